import type { TimelineSnapshot } from './sessionShapes';

/** Whether a change directly follows the known one, is outdated, or has a missing one before it. */
export function follows(known: TimelineSnapshot, change: TimelineSnapshot): 'next' | 'old' | 'gap' {
	if (change.seq <= known.seq) return 'old';
	return change.seq === known.seq + 1 ? 'next' : 'gap';
}

/**
 * The elapsed milliseconds of the room's timeline at an instant of the server's clock, including skipped steps.
 * `timeline` has the planned length of each step.
 */
export function positionAt(
	moment: TimelineSnapshot,
	timeline: readonly number[],
	serverMs: number,
): number {
	const total = sum(timeline);
	if (moment.phase === 'finished') return total;
	if (moment.phase === 'lobby' || moment.phase === 'cancelled') return 0;
	const positionThen = sum(timeline.slice(0, moment.step + 1)) - moment.remainingMs;
	// The estimated clock may be behind the server's, but the position is never before the snapshot's.
	const elapsed = moment.phase === 'running' ? Math.max(0, serverMs - moment.serverMs) : 0;
	return Math.min(total, positionThen + elapsed);
}

/** The index of the step at a position; a boundary belongs to the next step, the end to none. */
export function stepAt(timeline: readonly number[], position: number): number {
	let end = 0;
	const step = timeline.findIndex((length) => (end += length) > position);
	return step < 0 ? timeline.length : step;
}

function sum(lengths: readonly number[]): number {
	return lengths.reduce((all, length) => all + length, 0);
}
