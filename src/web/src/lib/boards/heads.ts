import type { BoardKind } from '$lib/api/types';
import { messages } from '$lib/messages';

const t = messages('boards');

export interface BoardHead {
	name: string;
	/** The heading of the middle column, which narrow screens hide. */
	middle: string;
	/** The heading of the column that the board is ordered by. */
	value: string;
}

const heads: Readonly<Record<BoardKind, () => BoardHead>> = {
	teamStreak: () => ({ name: t.team, middle: t.today, value: t.streak }),
	teamPoints: () => ({ name: t.team, middle: t.today, value: t.points }),
	personConsistency: () => ({ name: t.person, middle: t.streak, value: t.consistency }),
	personStreak: () => ({ name: t.person, middle: t.consistency, value: t.streak }),
};

export const headOf = (board: BoardKind): BoardHead => heads[board]();
