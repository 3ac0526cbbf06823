import type {
	BoardRow,
	OwnRow,
	OwnRowChange,
	ScoreCount,
	StandingsChange,
	BoardSnapshot,
} from '$lib/api/types';

/** A board after a delta, or why the delta was not applied: it is outdated, or a message before it is missing. */
export type Applied =
	{ kind: 'applied'; board: BoardSnapshot } | { kind: 'ignored' } | { kind: 'gap' };

/** Applies what changed on a board; versions are consecutive. */
export function applyDelta(board: BoardSnapshot, delta: StandingsChange): Applied {
	if (delta.version > board.version + 1) return { kind: 'gap' };
	if (delta.version <= board.version) return { kind: 'ignored' };
	return { kind: 'applied', board: advance(board, delta) };
}

/** Replaces the own row, unless the board is newer than it. */
export function applyOwnRow(board: BoardSnapshot, { version, row }: OwnRowChange): BoardSnapshot {
	if (version < board.version) return board;
	return ranked({ ...board, own: { row, around: board.own?.around ?? [] } });
}

/** Replaces the rows around the own one. */
export function applyAround(board: BoardSnapshot, around: BoardRow[]): BoardSnapshot {
	return board.own ? ranked({ ...board, own: { ...board.own, around } }) : board;
}

/** Computes the ranks on a board of people from how many have each score, and sorts; boards of teams have theirs. */
export function ranked(board: BoardSnapshot): BoardSnapshot {
	const { board: kind, scores, own } = board;
	if (!scores) return { ...board, rows: inOrder(board.rows) };
	const rank = <T extends BoardRow>(row: T): T =>
		row.rank === null ? row : { ...row, rank: rankAt(scores, scoreOf(kind, row)) };
	return {
		...board,
		rows: inOrder(board.rows.map(rank)),
		own: own && { row: rank(own.row), around: inOrder(own.around.map(rank)) },
	};
}

/** Sorts by rank, rows without one last; equal ranks by id, in ordinal order. */
export function inOrder(rows: Iterable<BoardRow>): BoardRow[] {
	return [...rows].sort((a, b) => {
		const byRank = (a.rank ?? Infinity) - (b.rank ?? Infinity);
		return byRank || (a.id < b.id ? -1 : Number(a.id > b.id));
	});
}

type Score = ScoreCount[0];

function scoreOf(board: BoardSnapshot['board'], { streak, best, percent }: BoardRow): Score {
	return board === 'personStreak' ? [streak, best] : [percent ?? 0, streak];
}

/** Equal scores share a rank, and the next is skipped. */
function rankAt(scores: readonly ScoreCount[], score: Score): number {
	return scores.reduce(
		(rank, [other, people]) => (isBetter(other, score) ? rank + people : rank),
		1,
	);
}

const isBetter = (a: Score, b: Score) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);

function advance(board: BoardSnapshot, { version, total, rows, removed, scores }: StandingsChange) {
	const byId = new Map(board.rows.map((row) => [row.id, row]));
	removed.forEach((id) => byId.delete(id));
	const changed = rows.map((row) => completed(row, byId.get(row.id)));
	changed.forEach((row) => byId.set(row.id, row));
	return ranked({
		...board,
		version,
		total,
		rows: [...byId.values()],
		own: refreshed(board.own, changed),
		scores: board.scores && merged(board.scores, scores ?? []),
	});
}

/** A changed row with what it leaves out: any rank will do where the score gives it, that of the morning is the known one. */
function completed(row: StandingsChange['rows'][number], known: BoardRow | undefined): BoardRow {
	const { rank = 0, morningRank = known?.morningRank } = row;
	return { ...row, rank, morningRank };
}

/** The histogram after a change, which has the new counts. */
function merged(before: readonly ScoreCount[], changes: readonly ScoreCount[]): ScoreCount[] {
	const counts = new Map([...before, ...changes].map((entry) => [String(entry[0]), entry]));
	return [...counts.values()].filter(([, people]) => people > 0);
}

/** The own row and its neighbours with the new values of changed rows; what only the own row has stays. */
function refreshed(own: OwnRow | null | undefined, changed: BoardRow[]): OwnRow | null {
	if (!own) return null;
	const newest = (row: BoardRow) => changed.find(({ id }) => id === row.id) ?? row;
	return { row: { ...own.row, ...newest(own.row) }, around: inOrder(own.around.map(newest)) };
}
