/** Counts down to an instant; updates at each full second. */
export class Countdown {
	/** The remaining milliseconds; undefined without a target. */
	remainingMs = $state<number>();

	#until: number | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #now: () => number;

	/** `now` is the clock of the target, in milliseconds. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Starts with a new target; returns a function that stops it. */
	start(untilMs: number | undefined): () => void {
		this.#until = untilMs;
		this.refresh();
		return () => clearTimeout(this.#timer);
	}

	/** Reads the clock again, after it was set or the device slept. */
	refresh(): void {
		clearTimeout(this.#timer);
		if (this.#until === undefined) {
			this.remainingMs = undefined;
			return;
		}
		const remaining = Math.max(0, this.#until - this.#now());
		this.remainingMs = remaining;
		if (remaining > 0) {
			this.#timer = setTimeout(() => this.refresh(), remaining % 1000 || 1000);
		}
	}
}
