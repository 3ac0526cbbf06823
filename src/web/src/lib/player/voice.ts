/** The time for `cancel` to take effect, which some browsers do in a later task. In milliseconds. */
const CANCEL_MS = 50;

type Synthesis = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'speaking'>;

/** Speaks texts in the page's language; silent if the browser has no speech synthesis. */
export class Voice {
	readonly #synthesis: Synthesis | undefined;
	readonly #utter: (words: string) => SpeechSynthesisUtterance;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(synthesis = browserSynthesis(), utter = utterance) {
		this.#synthesis = synthesis;
		this.#utter = utter;
	}

	/** Speaks a text in place of any previous one. */
	speak(words: string): void {
		const synthesis = this.#synthesis;
		if (!synthesis) return;
		clearTimeout(this.#timer);
		const speak = () => synthesis.speak(this.#utter(words));
		if (!synthesis.speaking) return speak();
		synthesis.cancel();
		this.#timer = setTimeout(speak, CANCEL_MS);
	}

	/** Speaks an empty text. Safari speaks only after a text that was spoken in an interaction: call it there. */
	wake(): void {
		const synthesis = this.#synthesis;
		if (synthesis && !synthesis.speaking) synthesis.speak(this.#utter(''));
	}

	/** Stops speaking. */
	rest(): void {
		clearTimeout(this.#timer);
		if (this.#synthesis?.speaking) this.#synthesis.cancel();
	}
}

/** Whether the browser has a voice at all; `onchange` runs when its list has been loaded. */
export function watchVoices(onchange: (hasVoice: boolean) => void): () => void {
	// Safari before 16 has no events here.
	const synthesis: Partial<SpeechSynthesis> | undefined = browserSynthesis();
	const tell = () => onchange((synthesis?.getVoices?.().length ?? 0) > 0);
	tell();
	synthesis?.addEventListener?.('voiceschanged', tell);
	return () => synthesis?.removeEventListener?.('voiceschanged', tell);
}

function browserSynthesis(): SpeechSynthesis | undefined {
	return (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
}

function utterance(words: string): SpeechSynthesisUtterance {
	const spoken = new SpeechSynthesisUtterance(words);
	spoken.lang = document.documentElement.lang;
	return spoken;
}

/** One for the whole page: an interaction on one view allows it on the next. */
export const voice = new Voice();
