import type { Side } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';
import type { Cue } from './cues';
import type { Position, Timeline } from './timeline';

/** The name of a side; empty for both. */
export function sideName(side: Side | undefined): string {
	if (side === 'left') return m.player_left();
	return side === 'right' ? m.player_right() : '';
}

/** The name of a step, with the side if it has one. */
export function stepName(name: string, side: Side | undefined): string {
	const words = sideName(side);
	return words ? m.player_cue_step({ name, side: words }) : name;
}

/** The name of a phase: hold; before it get ready, switch sides, or rest if the step repeats the one before. */
export function phaseName(timeline: Timeline, { step, phase }: Position): string {
	if (phase === 'hold') return m.player_hold();
	const transition = transitionTo(timeline, step);
	if (transition === 'switch') return m.player_switch();
	return transition === 'again' ? m.player_rest() : m.player_get_ready();
}

/** The text of a cue. */
export function cueText(timeline: Timeline, { kind, step }: Cue): string {
	if (kind === 'halfway') return m.player_cue_halfway();
	if (kind === 'thirty') return m.player_cue_thirty();
	if (kind === 'end') return m.player_cue_end();
	if (kind === 'hold') return m.player_hold();
	const now = timeline.steps[step];
	return transitionTo(timeline, step) === 'switch'
		? m.player_cue_switch({ side: sideName(now?.side) })
		: stepName(now?.name ?? '', now?.side);
}

/** How a step relates to the one before: another exercise, the other side, or a repetition. */
function transitionTo(timeline: Timeline, step: number): 'new' | 'switch' | 'again' {
	const now = timeline.steps[step];
	const before = timeline.steps[step - 1];
	if (now === undefined || before?.exercise !== now.exercise) return 'new';
	return before.side !== now.side && now.side !== 'both' ? 'switch' : 'again';
}
