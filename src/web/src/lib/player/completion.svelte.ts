import { newCommandId } from '$lib/api/commandId';
import type { FinishedRun } from './finishedRun';
import { pendingCheckIns, type Outcome, type PendingCheckIns } from './pendingCheckIns.svelte';
import { forgetRun, type SavedRun } from './savedRun';
import { shortestMs } from './timeline';

/** The delay before another attempt after the refusal `too-early`, in milliseconds. */
const TOO_EARLY_RETRY_MS = 5000;

/** Sends one finished run to the server, once enough time has passed for it to count. */
export class Completion {
	outcome = $state.raw<Outcome>();
	/** The remaining time until the run can count, in milliseconds. */
	restMs = $state(0);

	readonly #pending: PendingCheckIns;
	readonly #now: () => number;
	#finished: FinishedRun;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		run: SavedRun,
		skipped: readonly number[],
		userId: string,
		pending = pendingCheckIns,
		now = Date.now,
	) {
		this.#pending = pending;
		this.#now = now;
		this.#finished = {
			commandId: newCommandId(),
			userId,
			run: run.run,
			skipped: [...skipped],
			notBefore: run.startedAt + shortestMs(run.plannedSeconds, run.steps, skipped),
		};
	}

	/** Stores the run and sends it as soon as it can count; returns a function that stops waiting. */
	start(): () => void {
		this.#pending.keep(this.#finished);
		forgetRun(this.#finished.run);
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
		this.restMs = Math.max(0, this.#finished.notBefore - this.#now());
		if (this.restMs > 0) {
			this.#timer = setTimeout(() => void this.#proceed(), Math.min(1000, this.restMs));
		} else {
			await this.#send();
		}
	}

	async #send(): Promise<void> {
		const outcome = await this.#pending.send(this.#finished);
		if (outcome.kind === 'kept' && outcome.problem.kind === 'too-early') {
			this.#finished = { ...this.#finished, notBefore: this.#now() + TOO_EARLY_RETRY_MS };
			this.#pending.keep(this.#finished);
			await this.#proceed();
		} else {
			this.outcome = outcome;
		}
	}
}
