import type { Side } from '$lib/api/types';
import { messages } from '$lib/messages';
import type { Cue } from './cues';
import type { Position, Timeline } from './timeline';

const t = messages('player');

/** The name of a side; empty for both. */
export function sideName(side: Side | undefined): string {
	if (side === 'left') return t.left;
	return side === 'right' ? t.right : '';
}

/** The name of a phase: hold; before it get ready, switch sides, or rest if the step repeats the one before. */
export function phaseName(timeline: Timeline, { step, phase }: Position): string {
	if (phase === 'hold') return t.hold;
	const transition = transitionTo(timeline, step);
	if (transition === 'switch') return t.switch;
	return transition === 'again' ? t.rest : t.getReady;
}

/** The text of a cue. */
export function cueText(timeline: Timeline, { kind, step }: Cue): string {
	if (kind === 'halfway') return t.cueHalfway;
	if (kind === 'thirty') return t.cueThirty;
	if (kind === 'end') return t.cueEnd;
	if (kind === 'hold') return t.hold;
	const now = timeline.steps[step];
	const side = sideName(now?.side);
	return transitionTo(timeline, step) === 'switch'
		? t.cueSwitch(side)
		: t.cueStep(now?.name ?? '', side);
}

/** How a step relates to the one before: another exercise, the other side, or a repetition. */
function transitionTo(timeline: Timeline, step: number): 'new' | 'switch' | 'again' {
	const now = timeline.steps[step];
	const before = timeline.steps[step - 1];
	if (now === undefined || before?.exercise !== now.exercise) return 'new';
	return before.side !== now.side && now.side !== 'both' ? 'switch' : 'again';
}
