import type { RoutineStepDetails } from '$lib/api/types';

/** A position in a routine: the step, its phase, and the phase's remaining time. */
export interface Position {
	/** The step's index; the number of steps when finished. */
	step: number;
	phase: 'ready' | 'hold' | 'finished';
	remainingMs: number;
	/** The planned length of the phase. */
	phaseMs: number;
}

export interface Segment {
	step: number;
	phase: 'ready' | 'hold';
	from: number;
	to: number;
}

/** A routine's steps laid out in time. A boundary instant belongs to what follows it. */
export class Timeline {
	readonly segments: readonly Segment[];
	readonly totalMs: number;

	constructor(readonly steps: readonly RoutineStepDetails[]) {
		const segments: Segment[] = [];
		let from = 0;
		const add = (step: number, phase: Segment['phase'], seconds: number) => {
			if (seconds > 0) {
				const to = from + Math.round(seconds * 1000);
				segments.push({ step, phase, from, to });
				from = to;
			}
		};
		steps.forEach((step, index) => {
			add(index, 'ready', step.getReady);
			add(index, 'hold', step.seconds);
		});
		this.segments = segments;
		this.totalMs = from;
	}

	at(elapsedMs: number): Position {
		const segment = this.segments.find(({ to }) => elapsedMs < to);
		if (segment === undefined) {
			return { step: this.steps.length, phase: 'finished', remainingMs: 0, phaseMs: 0 };
		}
		return {
			step: segment.step,
			phase: segment.phase,
			remainingMs: segment.to - elapsedMs,
			phaseMs: segment.to - segment.from,
		};
	}

	/** The elapsed time at which a step begins. */
	startOf(step: number): number {
		return this.segments.find((segment) => segment.step >= step)?.from ?? this.totalMs;
	}

	/** The elapsed time at which a step is over. */
	endOf(step: number): number {
		return this.startOf(step + 1);
	}
}

/**
 * The shortest time after its start at which a run can count: four fifths of the planned time, in which
 * getting ready is not included, without skipped steps, of which at most half is subtracted. The server decides; this avoids a refusal.
 */
export function shortestMs(
	plannedSeconds: number,
	steps: readonly RoutineStepDetails[],
	skipped: readonly number[],
): number {
	const left = skipped.reduce((sum, index) => sum + (steps[index]?.seconds ?? 0), 0);
	return Math.ceil(800 * (plannedSeconds - Math.min(left, plannedSeconds / 2)));
}
