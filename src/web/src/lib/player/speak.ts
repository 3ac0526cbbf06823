/** Says words aloud in the page's language, and nothing else any more; silent where the browser has no voice. */
export function speak(words: string): void {
	if (!('speechSynthesis' in window)) return;
	const utterance = new SpeechSynthesisUtterance(words);
	utterance.lang = document.documentElement.lang;
	speechSynthesis.cancel();
	speechSynthesis.speak(utterance);
}
