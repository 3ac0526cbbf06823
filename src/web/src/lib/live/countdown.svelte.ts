/** Counts down to an instant and wakes at each second's boundary. */
export class Countdown {
	/** Milliseconds that are left; undefined where nothing is awaited. */
	remainingMs = $state<number>();

	#until: number | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #now: () => number;

	/** `now` is the clock that `until` speaks of, in milliseconds. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Begins anew; returns how to stop. */
	start(untilMs: number | undefined): () => void {
		this.#until = untilMs;
		this.refresh();
		return () => clearTimeout(this.#timer);
	}

	/** Looks at the clock again: it was set, or this browser slept. */
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
