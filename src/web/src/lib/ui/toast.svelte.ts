/** How long it can be read. */
const SHOWN_MS = 5000;

/** A word about what has just worked, said once wherever the person is; failures stay beside what failed. */
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
