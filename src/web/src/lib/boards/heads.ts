import type { BoardKind } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

export interface BoardHead {
	name: string;
	/** The heading of the middle column, which narrow screens hide. */
	middle: string;
	/** The heading of the column that the board is ordered by. */
	value: string;
}

const heads: Readonly<Record<BoardKind, () => BoardHead>> = {
	teamStreak: () => ({ name: m.boards_team(), middle: m.boards_today(), value: m.boards_streak() }),
	teamPoints: () => ({ name: m.boards_team(), middle: m.boards_today(), value: m.boards_points() }),
	personConsistency: () => ({
		name: m.boards_person(),
		middle: m.boards_streak(),
		value: m.boards_consistency(),
	}),
	personStreak: () => ({
		name: m.boards_person(),
		middle: m.boards_consistency(),
		value: m.boards_streak(),
	}),
};

export const headOf = (board: BoardKind): BoardHead => heads[board]();
