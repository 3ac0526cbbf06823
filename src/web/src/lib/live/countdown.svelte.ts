/** How often what is due at the end is tried. */
const TRY_AGAIN_MS = 5_000;

/** Counts down to an instant; updates at each full second. */
export class Countdown {
	/** The remaining milliseconds; undefined without a target. */
	remainingMs = $state<number>();

	#until: number | undefined;
	#onend: (() => unknown) | undefined;
	#againMs = TRY_AGAIN_MS;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #now: () => number;

	/** `now` is the clock of the target, in milliseconds. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/**
	 * Starts with a new target; returns a function that stops it. `onend` runs at the end and every `againMs` after it, because
	 * what is expected may be late, or the network away.
	 */
	start(untilMs: number | undefined, onend?: () => unknown, againMs = TRY_AGAIN_MS): () => void {
		this.#until = untilMs;
		this.#onend = onend;
		this.#againMs = againMs;
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
			this.#timer = setTimeout(() => this.#tick(), remaining % 1000 || 1000);
		} else if (this.#onend) {
			this.#timer = setTimeout(() => this.#tick(), this.#againMs);
		}
	}

	#tick(): void {
		this.refresh();
		if (this.remainingMs === 0) this.#onend?.();
	}
}
