/** Lets something happen at most once in so many milliseconds; the last wish is always granted. */
export class Pace {
	#last = -Infinity;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly everyMs: number,
		private readonly now: () => number = () => performance.now(),
	) {}

	/** Now, if the last time is long enough ago; else then. A later wish takes the place of one that waits. */
	soon(act: () => void): void {
		this.cancel();
		const wait = this.#last + this.everyMs - this.now();
		if (wait <= 0) this.#do(act);
		else this.#timer = setTimeout(() => this.#do(act), wait);
	}

	/** Forgets what waits. */
	cancel(): void {
		clearTimeout(this.#timer);
	}

	#do(act: () => void): void {
		this.#last = this.now();
		act();
	}
}
