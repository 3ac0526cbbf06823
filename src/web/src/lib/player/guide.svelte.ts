import { m } from '$lib/paraglide/messages';
import { clock } from '$lib/time/format';
import { cueBetween, cuesOf, type Cue } from './cues';
import type { Position, Timeline } from './timeline';
import { cueText } from './stepText';

/** The state of a running routine that its views need. */
export interface Guided {
	readonly timeline: Timeline;
	readonly position: Position;
	readonly running: boolean;
}

export type GuideListener = {
	/** Runs at each cue, with the text to speak. */
	oncue?: (cue: Cue, words: string) => void;
	onfinish?: () => void;
};

/**
 * Guides through a routine: updates the position at each full second and announces the cues. Subclasses give the elapsed
 * time: from the browser's clock for one person (Player), from the server's for a live break (RoomGuide).
 */
export abstract class Guide implements Guided {
	running = $state(false);
	position = $state.raw<Position>({ step: 0, phase: 'ready', remainingMs: 0, phaseMs: 0 });
	/** The text of the page's live region, for screen readers. */
	announcement = $state('');

	readonly #cues: Cue[];
	readonly #listener: GuideListener;
	/** The time up to which cues have been announced. */
	#cuedUntilMs: number;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly timeline: Timeline,
		fromMs: number,
		listener: GuideListener,
	) {
		this.#cues = cuesOf(timeline);
		this.#listener = listener;
		this.#cuedUntilMs = fromMs - 1;
		this.position = timeline.at(fromMs);
	}

	/** The elapsed time of the timeline, in milliseconds. */
	abstract get elapsedMs(): number;

	get step() {
		return this.timeline.steps[this.position.step];
	}

	get finished(): boolean {
		return this.position.phase === 'finished';
	}

	/** Announces and returns the remaining time, on request. */
	tell(): string {
		const words = m.player_remaining({ clock: clock(this.position.remainingMs) });
		this.announce(words);
		return words;
	}

	/** Stops at the current position. */
	pause(): void {
		this.running = false;
		this.#stopTimer();
	}

	/** Sets the text of the live region. A repeated text is changed invisibly, because only a change is read out. */
	protected announce(words: string): void {
		this.announcement = this.announcement === words ? `${words}\u00a0` : words;
	}

	/** Announces the cues from this time on again. */
	protected rewindCues(toMs: number): void {
		this.#cuedUntilMs = toMs - 1;
	}

	/** Updates the position from the clock; while running, again at the next full second. */
	protected look(): void {
		this.#stopTimer();
		const elapsed = this.elapsedMs;
		const wasFinished = this.finished;
		this.position = this.timeline.at(elapsed);
		this.#announceCue(elapsed);
		if (this.finished) {
			this.pause();
			if (!wasFinished) this.#listener.onfinish?.();
		} else if (this.running) {
			const toBoundary = this.position.remainingMs % 1000 || 1000;
			this.#timer = setTimeout(() => this.look(), toBoundary);
		}
	}

	#stopTimer(): void {
		clearTimeout(this.#timer);
	}

	#announceCue(elapsed: number): void {
		const cue = cueBetween(this.#cues, this.#cuedUntilMs, elapsed);
		this.#cuedUntilMs = Math.max(this.#cuedUntilMs, elapsed);
		if (cue) {
			const words = cueText(this.timeline, cue);
			this.announce(words);
			this.#listener.oncue?.(cue, words);
		}
	}
}
