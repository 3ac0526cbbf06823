import type { TimelineSnapshot } from './sessionShapes';

/** What a change means to who knows a moment: it is the next one, old news, or one was missed before it. */
export function follows(known: TimelineSnapshot, change: TimelineSnapshot): 'next' | 'old' | 'gap' {
	if (change.seq <= known.seq) return 'old';
	return change.seq === known.seq + 1 ? 'next' : 'gap';
}

/**
 * How much of the room's timeline is over at an instant of the server's clock, skipped steps included, in milliseconds.
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
	// A moment told before this browser's estimate of "now" never lies ahead of it.
	const elapsed = moment.phase === 'running' ? Math.max(0, serverMs - moment.serverMs) : 0;
	return Math.min(total, positionThen + elapsed);
}

function sum(lengths: readonly number[]): number {
	return lengths.reduce((all, length) => all + length, 0);
}
