import { fetchToday } from '$lib/api/day';
import { backoff } from '$lib/live/backoff';

/** What became of the day after a break: asked for, counted, not counted, or not to be learned now. */
export type Credit = 'asking' | 'counted' | 'missing' | 'unknown';

/** The room gives its credits right after the end; so many looks leave it time. */
const MAX_RECHECKS = 6;
const PAUSE_MS = 700;

/** Whether the day has its credit after a break: the server is asked until it says so, or has had time enough. */
export class DayCredit {
	state = $state<Credit>('asking');

	readonly #isDone: () => Promise<boolean>;

	constructor(isDone: () => Promise<boolean> = async () => (await fetchToday()).done) {
		this.#isDone = isDone;
	}

	/** Looks until it is known; returns how to stop. */
	watch(): () => void {
		let timer: ReturnType<typeof setTimeout>;
		let failures = 0;
		const check = async (left: number) => {
			try {
				if (await this.#isDone()) this.state = 'counted';
				else if (left > 0) timer = setTimeout(() => void check(left - 1), PAUSE_MS);
				else this.state = 'missing';
			} catch {
				// The line is away: the server still knows, whenever it is back.
				if (this.state === 'asking' && failures > 2) this.state = 'unknown';
				timer = setTimeout(() => void check(left), backoff(++failures));
			}
		};
		void check(MAX_RECHECKS);
		return () => clearTimeout(timer);
	}
}
