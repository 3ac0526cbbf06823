import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunStore } from '$lib/outbox/finishedRun';
import { Outbox } from '$lib/outbox/outbox.svelte';
import type { Outcome } from '$lib/outbox/server';
import { away, counted, fullStorage, MemoryRuns, noDatabase, tooLate } from '$lib/outbox/testing';
import { MemoryStorage, type KeyedStorage } from '$lib/storage/storage';
import { Completion } from './completion.svelte';
import { forgetRun, loadRun, type SavedRun } from './savedRun';
import { savedRun, step } from './testing';

let openedAt = 0;

beforeEach(() => {
	vi.useFakeTimers({ now: 1_000_000 });
	openedAt = performance.now();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const run = savedRun({
	steps: [step({ seconds: 50 }), step({ seconds: 50 })],
	startedAt: 1_000_000,
});

/** A run that is finished now, after `openMs` of the monotonic clock. */
function completion(
	send: () => Promise<Outcome>,
	change: Partial<SavedRun> = {},
	storage: KeyedStorage = new MemoryStorage(),
	database: RunStore = new MemoryRuns(),
) {
	const server = { checkIn: send, signedIn: async () => 'ann' };
	const outbox = new Outbox(storage, database, server, () => 'ann');
	const openMs = performance.now() - openedAt;
	return { outbox, completing: new Completion({ ...run, openMs, ...change }, outbox) };
}

describe('Completion', () => {
	it('hands in at once what took long enough', async () => {
		vi.advanceTimersByTime(100_000);
		const { completing } = completion(async () => counted);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome).toEqual(counted);
	});

	it('rests first after many skipped steps', async () => {
		vi.advanceTimersByTime(10_000);
		const send = vi.fn(async (): Promise<Outcome> => counted);
		const { completing } = completion(send, { skipped: [0, 1] });
		completing.start();
		expect(completing.restMs).toBe(30_000);
		await vi.advanceTimersByTimeAsync(29_000);
		expect(send).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1000);
		expect(completing.outcome?.kind).toBe('counted');
	});

	it('tries again with the same command if the server finds it too early', async () => {
		vi.advanceTimersByTime(100_000);
		const send = vi.fn(async (): Promise<Outcome> => counted);
		send.mockResolvedValueOnce({ kind: 'kept', why: 'too-early' });
		const { completing, outbox } = completion(send);
		completing.start();
		await vi.advanceTimersByTimeAsync(6000);
		expect(completing.outcome?.kind).toBe('counted');
		expect(send).toHaveBeenCalledTimes(2);
		expect(outbox.waitingOf('ann')).toEqual([]);
	});

	it('forgets a refused run once the person has read why', async () => {
		vi.advanceTimersByTime(100_000);
		const { completing, outbox } = completion(async () => tooLate);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome?.kind).toBe('refused');
		expect(outbox.refusedOf('ann')).toHaveLength(1);
		completing.told();
		expect(outbox.refusedOf('ann')).toEqual([]);
	});

	it('keeps the run while the server cannot be reached, and sends it when asked', async () => {
		vi.advanceTimersByTime(100_000);
		const send = vi.fn(async (): Promise<Outcome> => counted);
		send.mockResolvedValueOnce(away);
		const { completing, outbox } = completion(send);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome?.kind).toBe('kept');
		expect(outbox.waitingOf('ann')).toHaveLength(1);
		await completing.retry();
		expect(completing.outcome?.kind).toBe('counted');
	});

	it('Constructor_FinishedRun_KeepsItBeforeAnythingIsSent', () => {
		const { outbox } = completion(async () => counted);
		expect(outbox.waitingOf('ann')).toMatchObject([{ run: 'token', commandId: 'command' }]);
	});

	it.each([-600_000, -3_600_000, -86_400_000, -1_000_000, 3_600_000, 500_000_000_000])(
		'Start_CalendarSetBy %i ms_SendsAtOnce',
		async (shiftMs) => {
			vi.advanceTimersByTime(100_000);
			vi.setSystemTime(Date.now() + shiftMs);
			const { completing } = completion(async () => counted);
			completing.start();
			await vi.advanceTimersByTimeAsync(0);
			expect(completing.outcome?.kind).toBe('counted');
		},
	);

	it('Start_CalendarSetBackAfterManySkips_WaitsByTheMonotonicClock', async () => {
		vi.advanceTimersByTime(10_000);
		vi.setSystemTime(0);
		const { completing } = completion(async () => counted, { skipped: [0, 1] });
		completing.start();
		expect(completing.restMs).toBe(30_000);
		vi.setSystemTime(5_000_000);
		await vi.advanceTimersByTimeAsync(30_000);
		expect(completing.outcome?.kind).toBe('counted');
	});

	it('Start_PageClosedMeanwhile_CountsThatTime', async () => {
		vi.setSystemTime(1_000_000 + 100_000);
		const { completing } = completion(async () => counted, { openMs: 20_000 });
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome?.kind).toBe('counted');
	});

	it('Constructor_NothingStores_SaysSoAndStillSends', async () => {
		vi.advanceTimersByTime(100_000);
		const send = vi.fn(async (): Promise<Outcome> => counted);
		send.mockResolvedValueOnce(away);
		stubLocalStorage(false);
		const { completing, outbox } = completion(send, {}, fullStorage(), noDatabase);
		expect(completing.isStored).toBe(false);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.isStored).toBe(false);
		expect(outbox.waitingOf('ann')).toHaveLength(1);
		await completing.retry();
		expect(completing.outcome?.kind).toBe('counted');
	});

	it('Constructor_StoredNowhereYet_KeepsTheRunToGoOnWith', async () => {
		stubLocalStorage(true);
		const { completing } = completion(async () => away, {}, fullStorage(), noDatabase);
		await vi.advanceTimersByTimeAsync(0);
		expect(loadRun('token', 'ann')).toMatchObject({ commandId: 'command' });
		expect(completing.isStored).toBe(true);
		forgetRun('token');
	});

	it.each([
		['TheDatabase', async () => away, new MemoryRuns()],
		['TheServer', async () => counted, noDatabase],
	])('Start_StoredIn%s_ForgetsTheRunToGoOnWith', async (_, send, database) => {
		vi.advanceTimersByTime(100_000);
		stubLocalStorage(true);
		const { completing } = completion(send, {}, fullStorage(), database);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(loadRun('token', 'ann')).toBeUndefined();
	});

	it('IsSentElsewhere_WorkerSentWhatThisPageCouldNot_AsksForTheAnswer', async () => {
		vi.advanceTimersByTime(100_000);
		const send = vi.fn(async (): Promise<Outcome> => counted);
		send.mockResolvedValueOnce(away);
		const database = new MemoryRuns();
		const { completing, outbox } = completion(send, {}, new MemoryStorage(), database);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.isSentElsewhere).toBe(false);
		await database.remove('command');
		await outbox.look();
		expect(completing.isSentElsewhere).toBe(true);
		await completing.retry();
		expect(completing.outcome).toEqual(counted);
	});
});

/** The storage of the run to go on with; it takes values or none. */
function stubLocalStorage(takes: boolean) {
	const values = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => values.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (!takes) throw new DOMException('', 'QuotaExceededError');
			values.set(key, value);
		},
		removeItem: (key: string) => values.delete(key),
	});
}
