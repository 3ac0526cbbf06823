import type { FinishedRun } from './finishedRun';
import { pendingCheckIns, type Outcome, type PendingCheckIns } from './pendingCheckIns.svelte';
import { forgetRun, type SavedRun } from './savedRun';
import { shortestMs } from './timeline';

/** The delay before another attempt after the refusal `too-early`, in milliseconds. */
const TOO_EARLY_RETRY_MS = 5000;

/** The clocks of the device, in milliseconds. The calendar may be set at any time, in any direction. */
export interface Clocks {
	monotonic: () => number;
	calendar: () => number;
}

const deviceClocks: Clocks = { monotonic: () => performance.now(), calendar: () => Date.now() };

/** Keeps one finished run, and sends it to the server once enough time has passed for it to count. */
export class Completion {
	outcome = $state.raw<Outcome>();
	/** The remaining time until the run can count, in milliseconds. */
	restMs = $state(0);
	/** Whether the finished run outlives the page. */
	readonly isStored: boolean;

	readonly #pending: PendingCheckIns;
	readonly #monotonic: () => number;
	readonly #finished: FinishedRun;
	/** The earliest time at which the run can count, on the monotonic clock. */
	#notBefore: number;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(run: SavedRun, pending = pendingCheckIns, clocks = deviceClocks) {
		const { commandId, userId, skipped } = run;
		this.#pending = pending;
		this.#monotonic = clocks.monotonic;
		this.#finished = { commandId, userId, run: run.run, skipped: [...skipped] };
		// The calendar knows of the time while the page was closed. If it was set back, it knows nothing.
		const passedMs = Math.max(run.openMs, clocks.calendar() - run.startedAt);
		const waitMs = shortestMs(run.plannedSeconds, run.steps, skipped) - passedMs;
		this.#notBefore = clocks.monotonic() + waitMs;
		this.isStored = this.#pending.keep(this.#finished);
		forgetRun(run.run);
	}

	/** Sends the run as soon as it can count; returns a function that stops waiting. */
	start(): () => void {
		void this.#proceed();
		return () => clearTimeout(this.#timer);
	}

	/** Sends the run again if it is still pending. */
	async retry(): Promise<void> {
		if (this.outcome?.kind === 'kept') await this.#send();
	}

	/** The refusal was shown to the person. */
	told(): void {
		if (this.outcome?.kind === 'refused') this.#pending.forget(this.#finished);
	}

	async #proceed(): Promise<void> {
		this.restMs = Math.max(0, this.#notBefore - this.#monotonic());
		if (this.restMs > 0) {
			this.#timer = setTimeout(() => void this.#proceed(), Math.min(1000, this.restMs));
		} else {
			await this.#send();
		}
	}

	async #send(): Promise<void> {
		const outcome = await this.#pending.send(this.#finished);
		if (outcome.kind === 'kept' && outcome.problem.kind === 'too-early') {
			this.#notBefore = this.#monotonic() + TOO_EARLY_RETRY_MS;
			await this.#proceed();
		} else {
			this.outcome = outcome;
		}
	}
}
