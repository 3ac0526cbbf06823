import type { Side } from '$lib/api/types';
import { player as t } from '$lib/messages';
import { clock } from '$lib/time/format';
import { cueBetween, cuesOf, type Cue } from './cues';
import type { SavedRun } from './savedRun';
import { Timeline, type Position } from './timeline';

type Listener = {
	/** A moment worth a sound. */
	oncue?: (cue: Cue) => void;
	onfinish?: () => void;
};

/** Plays a run: counts on the browser's monotonic clock and wakes at each second's boundary. */
export class Player {
	readonly timeline: Timeline;
	readonly skipped: number[];

	running = $state(false);
	position = $state.raw<Position>({ step: 0, phase: 'ready', remainingMs: 0, phaseMs: 0 });
	/** What a screen reader is told, politely. */
	announcement = $state('');

	readonly #cues: Cue[];
	readonly #listener: Listener;
	readonly #now: () => number;
	/** Elapsed time at the last moment it began to run or was paused. */
	#elapsedThen: number;
	#then = 0;
	/** Up to where cues were told. */
	#told: number;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(run: SavedRun, listener: Listener = {}, now = () => performance.now()) {
		this.timeline = new Timeline(run.steps);
		this.skipped = [...run.skipped];
		this.#cues = cuesOf(this.timeline);
		this.#listener = listener;
		this.#now = now;
		this.#elapsedThen = run.elapsedMs;
		this.#told = run.elapsedMs - 1;
		this.position = this.timeline.at(run.elapsedMs);
	}

	get step() {
		return this.timeline.steps[this.position.step];
	}

	get next() {
		return this.timeline.steps[this.position.step + 1];
	}

	get finished(): boolean {
		return this.position.phase === 'finished';
	}

	get elapsedMs(): number {
		return this.#elapsedThen + (this.running ? this.#now() - this.#then : 0);
	}

	start(): void {
		if (this.running || this.finished) return;
		this.#then = this.#now();
		this.running = true;
		this.#tick();
	}

	pause(): void {
		this.#elapsedThen = this.elapsedMs;
		this.running = false;
		clearTimeout(this.#timer);
	}

	toggle(): void {
		if (this.running) {
			this.pause();
			this.announcement = t.paused;
		} else {
			this.start();
		}
	}

	/** Leaves the rest of the step out, in a pause too. */
	skip(): void {
		if (this.finished) return;
		this.skipped.push(this.position.step);
		this.#elapsedThen = this.timeline.endOf(this.position.step);
		this.#then = this.#now();
		this.#tick();
	}

	/** Says the remaining time when asked. */
	tell(): string {
		return (this.announcement = t.remaining(clock(this.position.remainingMs)));
	}

	#tick(): void {
		clearTimeout(this.#timer);
		const elapsed = this.elapsedMs;
		this.position = this.timeline.at(elapsed);
		this.#tellCue(elapsed);
		if (this.finished) {
			this.pause();
			this.#listener.onfinish?.();
		} else if (this.running) {
			const toBoundary = this.position.remainingMs % 1000 || 1000;
			this.#timer = setTimeout(() => this.#tick(), toBoundary);
		}
	}

	#tellCue(elapsed: number): void {
		const cue = cueBetween(this.#cues, this.#told, elapsed);
		this.#told = Math.max(this.#told, elapsed);
		if (cue) {
			this.announcement = this.#words(cue);
			this.#listener.oncue?.(cue);
		}
	}

	#words({ kind, step }: Cue): string {
		if (kind === 'halfway') return t.cueHalfway;
		if (kind === 'thirty') return t.cueThirty;
		if (kind === 'end') return t.cueEnd;
		if (kind === 'hold') return t.hold;
		const now = this.timeline.steps[step];
		const before = this.timeline.steps[step - 1];
		const side = sideName(now?.side);
		const isSwitch = now !== undefined && before?.exercise === now.exercise && side !== '';
		return isSwitch ? t.cueSwitch(side) : t.cueStep(now?.name ?? '', side);
	}
}

/** The side in words, empty for both at once. */
export function sideName(side: Side | undefined): string {
	if (side === 'left') return t.left;
	return side === 'right' ? t.right : '';
}
