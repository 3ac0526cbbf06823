/** Speaks a text in the page's language, in place of any previous one; silent if the browser has no speech synthesis. */
export function speak(words: string): void {
	if (!('speechSynthesis' in window)) return;
	const utterance = new SpeechSynthesisUtterance(words);
	utterance.lang = document.documentElement.lang;
	speechSynthesis.cancel();
	speechSynthesis.speak(utterance);
}
