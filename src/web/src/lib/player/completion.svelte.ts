import { newCommandId } from '$lib/api/commandId';
import type { FinishedRun } from './finishedRun';
import { pendingCheckIns, type Outcome, type PendingCheckIns } from './pendingCheckIns.svelte';
import { forgetRun, type SavedRun } from './savedRun';
import { shortestMs } from './timeline';

/** A refusal as too early is followed by another try after this long. */
const TOO_EARLY_RETRY_MS = 5000;

/** Brings one finished run to the server, once it is old enough to count. */
export class Completion {
	outcome = $state.raw<Outcome>();
	/** How long the person still has to rest before the run can count, in milliseconds. */
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

	/** Keeps the run in the browser and hands it in, at once or after the rest; returns how to stop waiting. */
	start(): () => void {
		this.#pending.keep(this.#finished);
		forgetRun(this.#finished.run);
		void this.#proceed();
		return () => clearTimeout(this.#timer);
	}

	/** Tries again what is kept. */
	async retry(): Promise<void> {
		if (this.outcome?.kind === 'kept') await this.#send();
	}

	/** The person has read why it does not count. */
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
