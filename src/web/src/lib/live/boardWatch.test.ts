import { describe, expect, it, vi } from 'vitest';
import type { BoardRow, BoardSnapshot, StandingsChange } from '$lib/api/types';
import { BoardWatch } from './boardWatch.svelte';

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

/** A hub whose answers the test gives one by one. */
class FakeHub {
	readonly calls: string[] = [];
	readonly #answers: ((snapshot: BoardSnapshot) => void)[] = [];
	#handler: ((message: never) => void) | undefined;

	invoke<T>(method: string): Promise<T> {
		this.calls.push(method);
		return new Promise((resolve) => this.#answers.push(resolve as never));
	}

	on(_: string, handler: (message: never) => void) {
		this.#handler = handler;
	}

	off() {
		this.#handler = undefined;
	}

	push(message: StandingsChange) {
		this.#handler?.(message as never);
	}

	async answer(value: BoardSnapshot) {
		this.#answers.shift()?.(value);
		await new Promise((resolve) => setTimeout(resolve));
	}
}

function watching() {
	const hub = new FakeHub();
	const watch = new BoardWatch('c', 'teamStreak', async () => snapshot(1, row('old', 1)));
	void watch.watch(hub);
	return { hub, watch };
}

const ids = (watch: BoardWatch) => watch.value?.rows.map(({ id }) => id);

describe('BoardWatch', () => {
	it('shows the fetched board until the hub answers', async () => {
		const { hub, watch } = watching();
		await watch.load();
		expect(ids(watch)).toEqual(['old']);
		await hub.answer(snapshot(5, row('a', 1)));
		expect(ids(watch)).toEqual(['a']);
	});

	it('applies what came while the snapshot was under way, once', async () => {
		const { hub, watch } = watching();
		hub.push(delta(5, row('stale', 1)));
		hub.push(delta(6, row('b', 2)));
		await hub.answer(snapshot(5, row('a', 1)));
		expect(ids(watch)).toEqual(['a', 'b']);
	});

	it('watches again on a gap and goes on from there', async () => {
		const { hub, watch } = watching();
		await hub.answer(snapshot(5, row('a', 1)));
		hub.push(delta(7, row('b', 2)));
		expect(hub.calls).toEqual(['WatchStandings', 'WatchStandings']);
		hub.push(delta(8, row('c', 3)));
		await hub.answer(snapshot(7, row('a', 1), row('b', 2)));
		expect(ids(watch)).toEqual(['a', 'b', 'c']);
		expect(hub.calls).toHaveLength(2);
	});

	it('leaves other boards alone', async () => {
		const { hub, watch } = watching();
		await hub.answer(snapshot(5, row('a', 1)));
		hub.push({ ...delta(6, row('b', 2)), board: 'teamPoints' });
		hub.push({ ...delta(6, row('b', 2)), challengeId: 'other' });
		expect(ids(watch)).toEqual(['a']);
	});

	it('drops an answer that a reconnect has overtaken', async () => {
		const { hub, watch } = watching();
		const second = new FakeHub();
		void watch.watch(second);
		await second.answer(snapshot(9, row('new', 1)));
		await hub.answer(snapshot(5, row('late', 1)));
		expect(ids(watch)).toEqual(['new']);
	});

	it('listens no more once stopped', async () => {
		const { hub, watch } = watching();
		await hub.answer(snapshot(5, row('a', 1)));
		void watch.stop();
		hub.push(delta(6, row('b', 2)));
		expect(ids(watch)).toEqual(['a']);
		expect(hub.calls.at(-1)).toBe('UnwatchStandings');
	});

	it('draws a long board anew at most once a second', async () => {
		const { hub, watch } = watching();
		const many = Array.from({ length: 30 }, (_, index) => row(`row-${index}`, index + 2));
		await hub.answer(snapshot(1, ...many));
		vi.useFakeTimers();
		hub.push(delta(2, row('second', 1)));
		hub.push(delta(3, row('third', 1)));
		expect(watch.value?.version).toBe(2);
		vi.advanceTimersByTime(1000);
		expect(watch.value?.version).toBe(3);
		expect(ids(watch)).toContain('third');
		vi.useRealTimers();
	});
});
