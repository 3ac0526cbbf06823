import type { BoardRow, BoardSnapshot, OwnRow, StandingsChange } from '$lib/api/types';

/** A board after a delta, or why the delta was not applied: it is outdated, or a message before it is missing. */
export type Applied =
	{ kind: 'applied'; board: BoardSnapshot } | { kind: 'ignored' } | { kind: 'gap' };

/**
 * Applies changed rows to a board. Versions are consecutive; a message for one person repeats
 * the current version, has no rows, and contains that person's own row.
 */
export function applyDelta(board: BoardSnapshot, delta: StandingsChange): Applied {
	const next = isForOneAlone(delta) ? board.version : board.version + 1;
	if (delta.version > next) return { kind: 'gap' };
	if (delta.version < next) return { kind: 'ignored' };
	return { kind: 'applied', board: advance(board, delta) };
}

/** Sorts by rank, rows without one last; equal ranks by id, in ordinal order. */
export function inOrder(rows: Iterable<BoardRow>): BoardRow[] {
	return [...rows].sort((a, b) => {
		const byRank = (a.rank ?? Infinity) - (b.rank ?? Infinity);
		return byRank || (a.id < b.id ? -1 : Number(a.id > b.id));
	});
}

function isForOneAlone({ rows, removed, own }: StandingsChange): boolean {
	return rows.length === 0 && removed.length === 0 && own != null;
}

function advance(
	board: BoardSnapshot,
	{ version, total, rows, removed, own }: StandingsChange,
): BoardSnapshot {
	const byId = new Map(board.rows.map((row) => [row.id, row]));
	removed.forEach((id) => byId.delete(id));
	rows.forEach((row) => byId.set(row.id, row));
	return {
		...board,
		version,
		total,
		rows: inOrder(byId.values()),
		own: own ?? refreshed(board.own, rows),
	};
}

/** The own row and its neighbours with the new values of changed rows; what only the own row has stays. */
function refreshed(own: OwnRow | null | undefined, changed: BoardRow[]): OwnRow | null {
	if (!own) return null;
	const newest = (row: BoardRow) => changed.find(({ id }) => id === row.id) ?? row;
	return { row: { ...own.row, ...newest(own.row) }, around: inOrder(own.around.map(newest)) };
}
