const SHOWN_MS = 5000;

/** A short message of success. Failures are shown beside what failed instead. */
class Toast {
	text = $state('');

	#timer: ReturnType<typeof setTimeout> | undefined;

	say(text: string): void {
		clearTimeout(this.#timer);
		this.text = text;
		this.#timer = setTimeout(() => (this.text = ''), SHOWN_MS);
	}
}

export const toast = new Toast();
