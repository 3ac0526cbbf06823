import { describe, expect, it } from 'vitest';
import type {
	BoardRow,
	OwnRowChange,
	ScoreCount,
	StandingsChange,
	TeamRow,
	BoardSnapshot,
} from '$lib/api/types';
import { applyAround, applyDelta, applyOwnRow, inOrder, ranked } from './standings';

function row(id: string, rank: number | null, streak = 0): TeamRow {
	return {
		id,
		name: id.toUpperCase(),
		rank,
		streak,
		best: streak,
		points: 0,
		members: 5,
		today: { done: 0, needed: 4 },
	};
}

function board(...rows: TeamRow[]): BoardSnapshot {
	return {
		challengeId: 'c',
		board: 'teamStreak',
		version: 17,
		total: rows.length,
		rows,
		own: null,
	};
}

function delta(change: Partial<StandingsChange>): StandingsChange {
	return {
		challengeId: 'c',
		board: 'teamStreak',
		version: 18,
		total: 3,
		rows: [],
		removed: [],
		...change,
	};
}

function applied(before: BoardSnapshot, change: Partial<StandingsChange>) {
	const outcome = applyDelta(before, delta(change));
	if (outcome.kind !== 'applied') throw new Error(`not applied: ${outcome.kind}`);
	return outcome.board;
}

describe('applyDelta', () => {
	const before = board(row('a', 1, 3), row('b', 2, 2), row('c', 3, 1));

	it('puts changed rows in their new places', () => {
		const after = applied(before, { rows: [row('b', 1, 4), row('a', 2, 3)] });
		expect(after.rows.map(({ id, rank }) => [id, rank])).toEqual([
			['b', 1],
			['a', 2],
			['c', 3],
		]);
		expect(after.version).toBe(18);
	});

	it('adds new rows and takes removed ones away', () => {
		const after = applied(before, { rows: [row('d', 3)], removed: ['c'], total: 4 });
		expect(after.rows.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
		expect(after.total).toBe(4);
	});

	it('keeps a row that is removed and brought back in one message', () => {
		const after = applied(before, { rows: [row('c', 1, 9)], removed: ['c'] });
		expect(after.rows.find(({ id }) => id === 'c')?.streak).toBe(9);
	});

	it.each([16, 17])('ignores rows of version %i, which the snapshot has', (version) => {
		const outcome = applyDelta(before, delta({ version, rows: [row('c', 1, 9)] }));
		expect(outcome.kind).toBe('ignored');
	});

	it('sees a gap', () => {
		expect(applyDelta(before, delta({ version: 19 })).kind).toBe('gap');
	});

	it('does not change the board it was given', () => {
		applied(before, { rows: [row('c', 1, 9)], removed: ['a'] });
		expect(before.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	});

	it('keeps the own row of a team, with its newest values', () => {
		const own = { row: row('b', 2, 2), around: [row('a', 1, 3), row('c', 3, 1)] };
		const after = applied({ ...before, own }, { rows: [row('c', 1, 5), row('b', 3, 2)] });
		expect(after.own?.row.rank).toBe(3);
		expect(after.own?.around.map(({ id }) => id)).toEqual(['a', 'c']);
		expect(after.own?.around.find(({ id }) => id === 'c')?.streak).toBe(5);
	});
});

function person(id: string, streak: number, best = streak, percent = 100): BoardRow {
	return { id, name: id.toUpperCase(), rank: 0, streak, best, percent };
}

function people(rows: BoardRow[], scores: ScoreCount[]): BoardSnapshot {
	const own = { row: { ...person('me', 0), done: 0, due: 1, pending: 1 }, around: [] };
	return ranked({ ...board(), board: 'personStreak', rows, scores, own });
}

const ranks = ({ rows }: BoardSnapshot) => rows.map(({ id, rank }) => [id, rank]);
const change = (part: Partial<StandingsChange>) => ({ ...part, board: 'personStreak' as const });

describe('a board of people', () => {
	const tied = people(
		[person('a', 1), person('b', 1), person('c', 0)],
		[
			[[1, 1], 2],
			[[0, 0], 5],
		],
	);

	it('computes the ranks from how many have each score, the own one too', () => {
		expect(ranks(tied)).toEqual([
			['a', 1],
			['b', 1],
			['c', 3],
		]);
		expect(tied.own?.row.rank).toBe(3);
	});

	it('moves everybody where one score changed', () => {
		const { rank: _, ...c } = person('c', 1);
		const after = applied(
			tied,
			change({
				rows: [{ ...c, streak: 2, best: 2 }],
				scores: [
					[[2, 2], 1],
					[[0, 0], 4],
				],
			}),
		);
		expect(ranks(after)).toEqual([
			['c', 1],
			['a', 2],
			['b', 2],
		]);
		expect(after.own?.row.rank).toBe(4);
	});

	it('keeps the rank of the morning that a change leaves out', () => {
		const morning = people(
			[
				{ ...person('a', 1), morningRank: 4 },
				{ ...person('b', 1), morningRank: 5 },
			],
			[[[1, 1], 2]],
		);
		const after = applied(
			morning,
			change({ rows: [person('a', 2), { ...person('b', 2), morningRank: null }] }),
		);
		expect(after.rows.map(({ morningRank }) => morningRank)).toEqual([4, null]);
	});

	it('compares the second number of equal first ones', () => {
		const after = applied(tied, change({ scores: [[[1, 4], 3]] }));
		expect(after.rows[0]?.rank).toBe(4);
	});

	it('drops a score that nobody has any more', () => {
		const after = applied(tied, change({ scores: [[[1, 1], 0]] }));
		expect(after.scores).toEqual([[[0, 0], 5]]);
	});

	it('leaves those without a rank at the end', () => {
		const after = applied(tied, change({ rows: [{ ...person('a', 9), rank: null }] }));
		expect(ranks(after).at(-1)).toEqual(['a', null]);
	});

	it('ranks somebody who had no rank before', () => {
		const without = applied(tied, change({ rows: [{ ...person('a', 9), rank: null }] }));
		const { rank: _, ...a } = person('a', 1);
		const after = applied(without, change({ version: 19, rows: [a] }));
		expect(after.rows.find(({ id }) => id === 'a')?.rank).toBe(1);
	});

	it('keeps the days of the own row, which messages for all do not have', () => {
		const after = applied(tied, change({ rows: [person('me', 1)] }));
		expect(after.own?.row).toMatchObject({ rank: 1, streak: 1, done: 0, due: 1, pending: 1 });
	});

	it('takes the own row, but none that is older than the board', () => {
		const row = { ...person('me', 1), rank: 7, done: 1, due: 1, pending: 0 };
		const mine = (version: number): OwnRowChange => ({
			challengeId: 'c',
			board: 'personStreak',
			version,
			row,
		});
		expect(applyOwnRow(tied, mine(17)).own?.row).toEqual({ ...row, rank: 1 });
		expect(applyOwnRow(tied, mine(16))).toBe(tied);
	});

	it('takes the rows around the own one, and ranks them', () => {
		const after = applyAround(tied, [person('x', 0), person('b', 1)]);
		expect(after.own?.around.map(({ id, rank }) => [id, rank])).toEqual([
			['b', 1],
			['x', 3],
		]);
	});
});

/** Everybody of a board at random scores, few enough for many ties. */
class Company {
	readonly #people = new Map<string, BoardRow>();
	readonly #top = 5;

	constructor(
		readonly kind: 'personStreak' | 'personConsistency',
		readonly random: (below: number) => number,
	) {}

	change(): void {
		for (let count = this.random(4); count > 0; count--) {
			const id = `p${this.random(12)}`;
			const row = person(id, this.random(3), this.random(3), 50 * this.random(3));
			if (this.random(5) === 0) this.#people.delete(id);
			else this.#people.set(id, row);
		}
	}

	get scores(): ScoreCount[] {
		const counts = new Map<string, ScoreCount>();
		for (const row of this.#people.values()) {
			const [first, second] = this.#score(row);
			const key = `${first},${second}`;
			counts.set(key, [[first, second], (counts.get(key)?.[1] ?? 0) + 1]);
		}
		return [...counts.values()];
	}

	/** The first rows, ranked one by one. */
	get rows(): BoardRow[] {
		const all = [...this.#people.values()];
		const rankOf = (row: BoardRow) => 1 + all.filter((other) => this.#isBetter(other, row)).length;
		return all
			.map((row) => ({ ...row, rank: rankOf(row) }))
			.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
			.slice(0, this.#top);
	}

	#score({ streak, best, percent }: BoardRow): [number, number] {
		return this.kind === 'personStreak' ? [streak, best] : [percent ?? 0, streak];
	}

	#isBetter(one: BoardRow, other: BoardRow): boolean {
		const [a, b] = [this.#score(one), this.#score(other)];
		return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
	}
}

/** A generator of pseudo-random numbers, so that a failure can be repeated. */
function randomOf(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
}

describe.each(['personStreak', 'personConsistency'] as const)('%s after any changes', (kind) => {
	it.each(Array.from({ length: 30 }, (_, index) => index + 1))('adds up (seed %i)', (seed) => {
		const company = new Company(kind, randomOf(seed));
		company.change();
		const { rows, scores } = company;
		let shown = ranked({ ...board(), board: kind, version: 0, rows, scores });
		for (let version = 1; version <= 40; version++) {
			const before = new Map(
				company.rows.map((row) => [row.id, JSON.stringify({ ...row, rank: 0 })]),
			);
			const scoresBefore = company.scores;
			company.change();
			const after = company.rows;
			const gone = scoresBefore.filter(
				([score]) => !company.scores.some(([other]) => String(other) === String(score)),
			);
			shown = applied(shown, {
				board: kind,
				version,
				rows: after
					.filter((row) => before.get(row.id) !== JSON.stringify({ ...row, rank: 0 }))
					.map(({ rank: _, ...row }) => row),
				removed: [...before.keys()].filter((id) => !after.some((row) => row.id === id)),
				scores: [...company.scores, ...gone.map(([score]): ScoreCount => [score, 0])],
			});
			expect(shown.rows).toEqual(after);
		}
	});
});

describe('inOrder', () => {
	it('stands unranked rows last and equal ranks by id', () => {
		const rows = [row('z', null), row('B', 2), row('a', 2), row('y', null), row('c', 1)];
		expect(inOrder(rows).map(({ id }) => id)).toEqual(['c', 'B', 'a', 'y', 'z']);
	});
});
