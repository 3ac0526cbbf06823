import type { BoardKind } from '$lib/api/types';
import { messages } from '$lib/messages';

const t = messages('boards');

export type ViewName = 'teamStreak' | 'teamPoints' | 'people';

export const views = (): readonly { value: ViewName; label: string }[] => [
	{ value: 'teamStreak', label: t.teamStreak },
	{ value: 'teamPoints', label: t.teamPoints },
	{ value: 'people', label: t.people },
];

const names: readonly BoardKind[] = [
	'teamStreak',
	'teamPoints',
	'personStreak',
	'personConsistency',
];

/** The board named in the query; the team streak by default. */
export function boardOf(query: URLSearchParams): BoardKind {
	return names.find((name) => name === query.get('board')) ?? 'teamStreak';
}

/** What a board measures, in a sentence. */
export const explanationOf = (board: BoardKind): string => explanations[board]();

const explanations: Readonly<Record<BoardKind, () => string>> = {
	teamStreak: () => t.streakExplained,
	teamPoints: () => t.pointsExplained,
	personConsistency: () => t.consistencyExplained,
	personStreak: () => t.personStreakExplained,
};
