import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardRow, BoardSnapshot, StandingsChange } from '$lib/api/types';
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
	return { ...snapshot(version, ...rows), removed: [] };
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
});
