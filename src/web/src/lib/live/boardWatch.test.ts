import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardRow, BoardSnapshot, ScoreCount, StandingsChange } from '$lib/api/types';
import { BoardWatch } from './boardWatch.svelte';
import { LiveConnection } from './connection.svelte';
import { FakeHub } from './testing';

function row(id: string, rank: number): BoardRow {
	return {
		id,
		name: id,
		rank,
		streak: 0,
		best: 0,
		points: 0,
		members: 5,
		today: { done: 0, needed: null },
	};
}

function snapshot(version: number, ...rows: BoardRow[]): BoardSnapshot {
	return { challengeId: 'c', board: 'teamStreak', version, total: rows.length, rows, own: null };
}

function delta(version: number, ...rows: BoardRow[]): StandingsChange {
	const { own: _, ...change } = snapshot(version, ...rows);
	return { ...change, removed: [] };
}

let hub: FakeHub;
let watch: BoardWatch;
let connection: LiveConnection;

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const ids = () => watch.value?.rows.map(({ id }) => id);
const push = (change: StandingsChange) => hub.push('StandingsChanged', change);

async function answer(board: BoardSnapshot) {
	hub.last.answer(board);
	await pass();
}

beforeEach(async () => {
	vi.useFakeTimers();
	hub = new FakeHub();
	connection = new LiveConnection(async () => hub);
	watch = new BoardWatch(connection, 'c', 'teamStreak', async () => snapshot(1, row('old', 1)));
	connection.open();
	watch.watch();
	await pass();
});

afterEach(() => {
	connection.close();
	vi.useRealTimers();
});

describe('BoardWatch', () => {
	it('Load_BeforeTheHubAnswers_ShowsTheFetchedBoard', async () => {
		await watch.load();
		expect(ids()).toEqual(['old']);
		await answer(snapshot(5, row('a', 1)));
		expect(ids()).toEqual(['a']);
	});

	it('Change_OfTheNextVersion_IsApplied', async () => {
		await answer(snapshot(5, row('a', 1)));
		push(delta(5, row('stale', 1)));
		push(delta(6, row('b', 2)));
		expect(ids()).toEqual(['a', 'b']);
	});

	it('Change_AfterAGap_WatchesAgain', async () => {
		await answer(snapshot(5, row('a', 1)));
		push(delta(7, row('b', 2)));
		expect(hub.called).toEqual(['WatchStandings', 'WatchStandings']);
		push(delta(8, row('c', 3)));
		await answer(snapshot(7, row('a', 1), row('b', 2)));
		expect(ids()).toEqual(['a', 'b', 'c']);
	});

	it('Change_OfAnotherBoard_IsIgnored', async () => {
		await answer(snapshot(5, row('a', 1)));
		push({ ...delta(6, row('b', 2)), board: 'teamPoints' });
		push({ ...delta(6, row('b', 2)), challengeId: 'other' });
		expect(ids()).toEqual(['a']);
	});

	it('Stop_ThenAChange_IsIgnored', async () => {
		await answer(snapshot(5, row('a', 1)));
		void watch.stop();
		push(delta(6, row('b', 2)));
		expect(ids()).toEqual(['a']);
		expect(hub.called.at(-1)).toBe('UnwatchStandings');
	});

	it('Change_OfALongBoard_IsShownAtMostOnceASecond', async () => {
		const many = Array.from({ length: 30 }, (_, index) => row(`row-${index}`, index + 2));
		await answer(snapshot(1, ...many));
		push(delta(2, row('second', 1)));
		push(delta(3, row('third', 1)));
		expect(watch.value?.version).toBe(2);
		await pass(1000);
		expect(watch.value?.version).toBe(3);
		expect(ids()).toContain('third');
	});

	describe('of people', () => {
		const scores: ScoreCount[] = [[[1, 1], 9]];
		const person = (id: string): BoardRow => ({
			id,
			name: id,
			rank: 9,
			streak: 0,
			best: 0,
			percent: 0,
		});
		const others: StandingsChange = { ...delta(6), board: 'personStreak', scores: [[[1, 1], 8]] };

		beforeEach(async () => {
			void watch.stop();
			watch = new BoardWatch(connection, 'c', 'personStreak', async () => snapshot(1));
			watch.watch();
			await pass();
			const own = { row: person('me'), around: [person('old')] };
			await answer({ ...snapshot(5), board: 'personStreak', scores, own });
		});

		it('OwnRowChanged_ReplacesTheOwnRow_AndItsRankIsComputed', () => {
			hub.push('OwnRowChanged', {
				challengeId: 'c',
				board: 'personStreak',
				version: 5,
				row: { ...person('me'), streak: 1, best: 1, done: 1 },
			});
			expect(watch.value?.own?.row).toMatchObject({ rank: 1, streak: 1, done: 1 });
		});

		it('OwnRank_Changes_AsksForTheRowsAroundIt', async () => {
			watch.showAround(true);
			push(others);
			push({ ...others, version: 7, scores: [[[1, 1], 7]] });
			await pass(2000);
			expect(hub.called.filter((name) => name === 'Around')).toHaveLength(1);
			await answer({ row: person('me'), around: [person('near')] } as never);
			expect(watch.value?.own?.around).toEqual([{ ...person('near'), rank: 8 }]);
			await pass(10_000);
			expect(hub.called.filter((name) => name === 'Around')).toHaveLength(1);
		});

		it('OwnRank_ChangesWhileTheRowsAroundItAreOffTheScreen_AsksWhenTheyAreShown', async () => {
			push(others);
			await pass(10_000);
			expect(hub.called).not.toContain('Around');
			watch.showAround(true);
			await pass(2000);
			expect(hub.called).toContain('Around');
		});

		it('OwnRank_Stays_AsksNothing', async () => {
			watch.showAround(true);
			push({ ...others, scores: [[[0, 0], 3]] });
			await pass(10_000);
			expect(hub.called).not.toContain('Around');
		});
	});
});
