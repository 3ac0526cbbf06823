import { m } from '$lib/paraglide/messages';
import { Guide, type GuideListener } from './guide.svelte';
import type { SavedRun } from './savedRun';
import { Timeline } from './timeline';

/**
 * While running, the clock is read at each full second, in a hidden page a little later. After a longer gap, in milliseconds, the
 * device slept or the page was stopped: nobody followed the routine.
 */
const LONGEST_GAP_MS = 5000;

/** Within this time of a step, in milliseconds, a step back leads to the step before. */
const BACK_MS = 3000;

/** Guides one person through a run, by the browser's monotonic clock. */
export class Player extends Guide {
	skipped: readonly number[];

	readonly #now: () => number;
	/** The elapsed time when the clock was read last. */
	#elapsedBeforeMs: number;
	/** When the clock was read last, on the monotonic clock. */
	#readAt = 0;

	constructor(run: SavedRun, listener: GuideListener = {}, now = () => performance.now()) {
		super(new Timeline(run.steps), run.elapsedMs, listener);
		this.skipped = [...run.skipped];
		this.#now = now;
		this.#elapsedBeforeMs = run.elapsedMs;
	}

	override get elapsedMs(): number {
		return this.#elapsedBeforeMs + (this.running && !this.#slept ? this.#now() - this.#readAt : 0);
	}

	start(): void {
		if (this.running || this.finished) return;
		this.#readAt = this.#now();
		this.running = true;
		this.look();
	}

	override pause(): void {
		this.#elapsedBeforeMs = this.elapsedMs;
		super.pause();
	}

	/** Pauses and says so. */
	halt(): void {
		this.pause();
		this.announce(m.player_paused());
	}

	toggle(): void {
		if (this.running) this.halt();
		else this.start();
	}

	/** Skips the rest of the step, also during a pause. */
	skip(): void {
		if (this.finished) return;
		this.skipped = [...this.skipped, this.position.step];
		this.#moveTo(this.timeline.endOf(this.position.step));
	}

	/** Goes back to the beginning of the step, or in its first seconds to that of the step before. */
	back(): void {
		if (this.finished) return;
		const { step } = this.position;
		const isAtStart = this.elapsedMs - this.timeline.startOf(step) < BACK_MS;
		const to = Math.max(0, isAtStart ? step - 1 : step);
		this.skipped = this.skipped.filter((skipped) => skipped < to);
		this.rewindCues(this.timeline.startOf(to));
		this.#moveTo(this.timeline.startOf(to));
	}

	protected override look(): void {
		if (this.#slept) return this.halt();
		this.#elapsedBeforeMs = this.elapsedMs;
		this.#readAt = this.#now();
		super.look();
	}

	get #slept(): boolean {
		return this.running && this.#now() - this.#readAt > LONGEST_GAP_MS;
	}

	#moveTo(elapsedMs: number): void {
		this.#elapsedBeforeMs = elapsedMs;
		this.#readAt = this.#now();
		this.look();
	}
}
