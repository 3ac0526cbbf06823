import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TeamTodayChanged } from '$lib/api/types';
import { FakeHub } from '$lib/live/testing';
import { watchDay } from './liveDay';

const SECOND = 1000;

let hub: FakeHub;
let load: ReturnType<typeof vi.fn<() => void>>;
let onTeamToday: ReturnType<typeof vi.fn<(change: TeamTodayChanged) => void>>;
let stop: () => void;

beforeEach(async () => {
	vi.useFakeTimers();
	vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
	vi.stubGlobal('window', new EventTarget());
	hub = new FakeHub();
	load = vi.fn<() => void>();
	onTeamToday = vi.fn<(change: TeamTodayChanged) => void>();
	stop = watchDay({ load, onTeamToday, shownBreak: () => 'SHOWN1' }, async () => hub);
	await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
	stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('watchDay', () => {
	it('asks the hub for what concerns the person', () => {
		expect(hub.called).toEqual(['WatchMe']);
		expect(load).not.toHaveBeenCalled();
	});

	it('loads when a break opens that is not shown yet', async () => {
		hub.push('SessionOpened', { code: 'SHOWN1' });
		await pass(5 * SECOND);
		expect(load).not.toHaveBeenCalled();
		hub.push('SessionOpened', { code: 'NEW234' });
		await pass(5 * SECOND);
		expect(load).toHaveBeenCalledOnce();
	});

	it('hands on how the team is doing, and loads only when its goal is reached', async () => {
		hub.push('TeamTodayChanged', { teamId: 't', done: 2, needed: 1 });
		await pass(5 * SECOND);
		expect(onTeamToday).toHaveBeenLastCalledWith({ teamId: 't', done: 2, needed: 1 });
		expect(load).not.toHaveBeenCalled();
		hub.push('TeamTodayChanged', { teamId: 't', done: 3, needed: 0 });
		await pass(5 * SECOND);
		expect(load).toHaveBeenCalledOnce();
	});

	it('loads when the day changes, at most every two seconds', async () => {
		for (let i = 0; i < 3; i++) hub.push('TodayChanged', { date: '2026-03-11' });
		await pass(5 * SECOND);
		expect(load).toHaveBeenCalledTimes(2);
	});

	it('loads after a lost connection is back', async () => {
		hub.cut();
		await pass(60 * SECOND);
		expect(hub.called).toEqual(['WatchMe', 'WatchMe']);
		expect(load).toHaveBeenCalledOnce();
	});
});
