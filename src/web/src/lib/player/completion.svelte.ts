import type { FinishedRun } from '$lib/outbox/finishedRun';
import { outbox, type Outbox } from '$lib/outbox/outbox.svelte';
import type { Outcome } from '$lib/outbox/server';
import { forgetRun, saveRun, type SavedRun } from './savedRun';
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
	/** Whether another tab or the service worker has sent the run that this page could not send. */
	readonly isSentElsewhere = $derived.by(
		() => this.outcome?.kind === 'kept' && !this.#outbox.has(this.#finished.commandId),
	);

	readonly #outbox: Outbox;
	readonly #monotonic: () => number;
	readonly #finished: FinishedRun;
	/** The earliest time at which the run can count, on the monotonic clock. */
	#notBefore: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Whether the run as one that is not finished outlives the page. */
	#isRunStored = $state(false);

	constructor(run: SavedRun, to = outbox, clocks = deviceClocks) {
		const { commandId, userId, skipped } = run;
		this.#outbox = to;
		this.#monotonic = clocks.monotonic;
		this.#finished = { commandId, userId, run: run.run, skipped: [...skipped] };
		// The calendar knows of the time while the page was closed. If it was set back, it knows nothing.
		const passedMs = Math.max(run.openMs, clocks.calendar() - run.startedAt);
		const waitMs = shortestMs(run.plannedSeconds, run.steps, skipped) - passedMs;
		this.#notBefore = clocks.monotonic() + waitMs;
		void this.#keep(run);
	}

	/** Whether the finished run outlives the page. */
	get isStored(): boolean {
		return this.#isRunStored || this.#outbox.isStored(this.#finished);
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
		if (this.outcome?.kind === 'refused') void this.#outbox.remove(this.#finished.commandId);
	}

	/** Until it is stored as a finished one, the run stays stored as one to go on with. */
	async #keep(run: SavedRun): Promise<void> {
		const stored = this.#outbox.put(this.#finished);
		if (!this.#outbox.isStored(this.#finished)) {
			this.#isRunStored = saveRun(run);
			await stored;
		}
		if (this.#outbox.isStored(this.#finished)) forgetRun(run.run);
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
		const outcome = await this.#outbox.send(this.#finished);
		if (outcome.kind === 'kept' && outcome.why === 'too-early') {
			this.#notBefore = this.#monotonic() + TOO_EARLY_RETRY_MS;
			await this.#proceed();
		} else {
			if (outcome.kind !== 'kept') forgetRun(this.#finished.run);
			this.outcome = outcome;
		}
	}
}
