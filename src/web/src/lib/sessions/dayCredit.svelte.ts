import { fetchToday } from '$lib/api/day';
import { backoff } from '$lib/live/backoff';

/** Whether the day counts after a break: being checked, counted, not counted, or unknown while offline. */
export type Credit = 'asking' | 'counted' | 'missing' | 'unknown';

/** The server credits the day right after the end; these checks give it time to do so. */
const MAX_RECHECKS = 6;
const PAUSE_MS = 700;

/** Whether the day was credited after a break: polls the server until it was, up to a limit. */
export class DayCredit {
	state = $state<Credit>('asking');

	readonly #isDone: () => Promise<boolean>;

	constructor(isDone: () => Promise<boolean> = async () => (await fetchToday()).done) {
		this.#isDone = isDone;
	}

	/** Polls until the result is known; returns a function that stops it. */
	watch(): () => void {
		let timer: ReturnType<typeof setTimeout>;
		let failures = 0;
		const check = async (left: number) => {
			try {
				if (await this.#isDone()) this.state = 'counted';
				else if (left > 0) timer = setTimeout(() => void check(left - 1), PAUSE_MS);
				else this.state = 'missing';
			} catch {
				// Offline: retried, because the server has the result.
				if (this.state === 'asking' && failures > 2) this.state = 'unknown';
				timer = setTimeout(() => void check(left), backoff(++failures));
			}
		};
		void check(MAX_RECHECKS);
		return () => clearTimeout(timer);
	}
}
