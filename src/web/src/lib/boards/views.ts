import type { BoardKind } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

export type ViewName = 'teamStreak' | 'teamPoints' | 'people';

export const views = (): readonly { value: ViewName; label: string }[] => [
	{ value: 'teamStreak', label: m.boards_team_streak() },
	{ value: 'teamPoints', label: m.boards_team_points() },
	{ value: 'people', label: m.boards_people() },
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
	teamStreak: () => m.boards_streak_explained(),
	teamPoints: () => m.boards_points_explained(),
	personConsistency: () => m.boards_consistency_explained(),
	personStreak: () => m.boards_person_streak_explained(),
};
