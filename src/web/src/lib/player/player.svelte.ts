import { messages } from '$lib/messages';
import { Guide, type GuideListener } from './guide.svelte';
import type { SavedRun } from './savedRun';
import { Timeline } from './timeline';

const t = messages('player');

/** Guides one person through a run, by the browser's monotonic clock. */
export class Player extends Guide {
	readonly skipped: number[];

	readonly #now: () => number;
	/** The elapsed time at the last start, pause or skip. */
	#elapsedBeforeMs: number;
	/** When it was started or skipped last, on the monotonic clock. */
	#resumedAt = 0;

	constructor(run: SavedRun, listener: GuideListener = {}, now = () => performance.now()) {
		super(new Timeline(run.steps), run.elapsedMs, listener);
		this.skipped = [...run.skipped];
		this.#now = now;
		this.#elapsedBeforeMs = run.elapsedMs;
	}

	override get elapsedMs(): number {
		return this.#elapsedBeforeMs + (this.running ? this.#now() - this.#resumedAt : 0);
	}

	start(): void {
		if (this.running || this.finished) return;
		this.#resumedAt = this.#now();
		this.running = true;
		this.look();
	}

	override pause(): void {
		this.#elapsedBeforeMs = this.elapsedMs;
		super.pause();
	}

	toggle(): void {
		if (this.running) {
			this.pause();
			this.announcement = t.paused;
		} else {
			this.start();
		}
	}

	/** Skips the rest of the step, also during a pause. */
	skip(): void {
		if (this.finished) return;
		this.skipped.push(this.position.step);
		this.#elapsedBeforeMs = this.timeline.endOf(this.position.step);
		this.#resumedAt = this.#now();
		this.look();
	}
}
