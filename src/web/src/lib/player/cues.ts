import type { Segment, Timeline } from './timeline';

/** An announcement at a time of the routine. */
export interface Cue {
	kind: 'step' | 'hold' | 'halfway' | 'thirty' | 'end';
	/** Milliseconds from the start of the routine. */
	at: number;
	step: number;
}

/** The shortest phases with these cues, in milliseconds. */
const HALFWAY_MIN_MS = 20_000;
const THIRTY_MIN_MS = 75_000;

/** All cues of a routine, in order of time. */
export function cuesOf(timeline: Timeline): Cue[] {
	const cues = timeline.segments.flatMap((segment, index) =>
		cuesIn(segment, timeline.segments[index - 1]),
	);
	return [...cues, { kind: 'end', at: timeline.totalMs, step: timeline.steps.length }];
}

/** The last cue after `from` up to and including `to`; earlier ones are outdated. */
export function cueBetween(cues: readonly Cue[], from: number, to: number): Cue | undefined {
	return cues.filter(({ at }) => at > from && at <= to).pop();
}

function cuesIn({ step, phase, from, to }: Segment, before: Segment | undefined): Cue[] {
	const first: Cue = { kind: before?.step === step ? 'hold' : 'step', at: from, step };
	if (phase === 'ready') return [first];
	const length = to - from;
	const cues = [first];
	if (length >= HALFWAY_MIN_MS) cues.push({ kind: 'halfway', at: from + length / 2, step });
	if (length >= THIRTY_MIN_MS) cues.push({ kind: 'thirty', at: to - 30_000, step });
	return cues;
}
