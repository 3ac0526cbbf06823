import { describe, expect, it } from 'vitest';
import type { BoardSnapshot, StandingsChange, TeamRow } from '$lib/api/types';
import { applyDelta, inOrder } from './standings';

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

	describe('with an own row', () => {
		const own = { row: row('b', 2, 2), around: [row('a', 1, 3), row('c', 3, 1)] };
		const watched = { ...before, own };

		it('takes a message for one person alone at the current version', () => {
			const after = applied(watched, { version: 17, own: { row: row('b', 1, 9), around: [] } });
			expect(after.own?.row.streak).toBe(9);
			expect(after.version).toBe(17);
			expect(after.rows).toEqual(before.rows);
		});

		it('ignores such a message once it is out of date', () => {
			const late = delta({ version: 16, own: { row: row('b', 5), around: [] } });
			expect(applyDelta(watched, late).kind).toBe('ignored');
		});

		it('sees a gap where such a message overtook the rows of its version', () => {
			const early = delta({ version: 18, own: { row: row('b', 5), around: [] } });
			expect(applyDelta(watched, early).kind).toBe('gap');
		});

		it('keeps the own row through a message for all, with its newest values', () => {
			const after = applied(watched, { rows: [row('c', 1, 5), row('b', 3, 2)], own: null });
			expect(after.own?.row.rank).toBe(3);
			expect(after.own?.around.map(({ id }) => id)).toEqual(['a', 'c']);
			expect(after.own?.around.find(({ id }) => id === 'c')?.streak).toBe(5);
		});
	});
});

describe('the own row of a board of people', () => {
	const listed = { id: 'b', name: 'B', rank: 1, streak: 1, best: 1, percent: 50 };
	const own = { row: { ...listed, done: 1, due: 3, pending: 1 }, around: [] };

	it('keeps its days, which messages for all do not have', () => {
		const after = applied({ ...board(), own }, { rows: [{ ...listed, streak: 2, percent: 66 }] });
		expect(after.own?.row).toMatchObject({ streak: 2, percent: 66, done: 1, due: 3, pending: 1 });
	});
});

describe('inOrder', () => {
	it('stands unranked rows last and equal ranks by id', () => {
		const rows = [row('z', null), row('B', 2), row('a', 2), row('y', null), row('c', 1)];
		expect(inOrder(rows).map(({ id }) => id)).toEqual(['c', 'B', 'a', 'y', 'z']);
	});
});
