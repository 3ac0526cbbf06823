/** Throttles calls to at most one in `everyMs`; the last one always runs. */
export class Pace {
	#last = -Infinity;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly everyMs: number,
		private readonly now: () => number = () => performance.now(),
	) {}

	/** Runs `act` at once, or as soon as the interval has passed; replaces a call that is pending. */
	soon(act: () => void): void {
		this.cancel();
		const wait = this.#last + this.everyMs - this.now();
		if (wait <= 0) this.#do(act);
		else this.#timer = setTimeout(() => this.#do(act), wait);
	}

	/** Drops the pending call. */
	cancel(): void {
		clearTimeout(this.#timer);
	}

	#do(act: () => void): void {
		this.#last = this.now();
		act();
	}
}
