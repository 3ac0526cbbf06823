import { messages } from '$lib/messages';
import { clock } from '$lib/time/format';
import { cueBetween, cuesOf, type Cue } from './cues';
import type { Position, Timeline } from './timeline';
import { cueText } from './stepText';

const t = messages('player');

/** What the views of a routine need to know of it. */
export interface Guided {
	readonly timeline: Timeline;
	readonly position: Position;
	readonly running: boolean;
}

export type GuideListener = {
	/** A moment worth a sound, and what is said of it. */
	oncue?: (cue: Cue, words: string) => void;
	onfinish?: () => void;
};

/**
 * Leads through a routine: where it stands and what is said of it, woken at each second's boundary. How far it has come
 * is told by whoever runs it: a browser's own clock for one person, the server's for a room.
 */
export abstract class Guide implements Guided {
	running = $state(false);
	position = $state.raw<Position>({ step: 0, phase: 'ready', remainingMs: 0, phaseMs: 0 });
	/** What a screen reader is told, politely. */
	announcement = $state('');

	readonly #cues: Cue[];
	readonly #listener: GuideListener;
	/** Up to where cues were told. */
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

	/** How much of the timeline is over, in milliseconds. */
	abstract get elapsedMs(): number;

	get step() {
		return this.timeline.steps[this.position.step];
	}

	get finished(): boolean {
		return this.position.phase === 'finished';
	}

	/** Says the remaining time when asked. */
	tell(): string {
		return (this.announcement = t.remaining(clock(this.position.remainingMs)));
	}

	/** Stands still where it is. */
	pause(): void {
		this.running = false;
		this.#stopTimer();
	}

	/** Looks at the clock now, and while it runs again when the second that is shown is over. */
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
			this.announcement = cueText(this.timeline, cue);
			this.#listener.oncue?.(cue, this.announcement);
		}
	}
}
