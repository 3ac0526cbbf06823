import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '$lib/api/problem';
import type { CheckInAnswer } from '$lib/api/types';
import { BrowserStorage, MemoryStorage, type KeyedStorage } from '$lib/storage/storage';
import { Completion } from './completion.svelte';
import { PendingCheckIns } from './pendingCheckIns.svelte';
import type { SavedRun } from './savedRun';
import { savedRun, step } from './testing';

let openedAt = 0;

beforeEach(() => {
	vi.useFakeTimers({ now: 1_000_000 });
	openedAt = performance.now();
});
afterEach(() => void vi.useRealTimers());

const result: CheckInAnswer = { date: '2026-03-10', credited: true, kind: 'guided', streaks: [] };

const run = savedRun({
	steps: [step({ seconds: 50 }), step({ seconds: 50 })],
	startedAt: 1_000_000,
});

const signedIn = { remembered: () => 'ann', asked: async () => 'ann' };

/** A run that is finished now, after `openMs` of the monotonic clock. */
function completion(
	send: () => Promise<CheckInAnswer>,
	change: Partial<SavedRun> = {},
	storage: KeyedStorage = new MemoryStorage(),
) {
	const pending = new PendingCheckIns(storage, send, signedIn);
	const openMs = performance.now() - openedAt;
	return { pending, completing: new Completion({ ...run, openMs, ...change }, pending) };
}

describe('Completion', () => {
	it('hands in at once what took long enough', async () => {
		vi.advanceTimersByTime(100_000);
		const { completing } = completion(async () => result);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome).toEqual({ kind: 'counted', result });
	});

	it('rests first after many skipped steps', async () => {
		vi.advanceTimersByTime(10_000);
		const send = vi.fn(async () => result);
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
		const send = vi.fn(async () => result);
		send.mockRejectedValueOnce(new ApiProblem(409, 'Not yet.', {}, 'too-early'));
		const { completing, pending } = completion(send);
		completing.start();
		await vi.advanceTimersByTimeAsync(6000);
		expect(completing.outcome?.kind).toBe('counted');
		expect(send).toHaveBeenCalledTimes(2);
		expect(pending.waiting).toEqual([]);
	});

	it('forgets a refused run once the person has read why', async () => {
		vi.advanceTimersByTime(100_000);
		const { completing, pending } = completion(async () => {
			throw new ApiProblem(409, 'That day is closed.', {}, 'too-late');
		});
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome?.kind).toBe('refused');
		expect(pending.refusedOf('ann')).toHaveLength(1);
		completing.told();
		expect(pending.refusedOf('ann')).toEqual([]);
	});

	it('keeps the run while the server cannot be reached, and sends it when asked', async () => {
		vi.advanceTimersByTime(100_000);
		const send = vi.fn(async () => result);
		send.mockRejectedValueOnce(ApiProblem.unreachable());
		const { completing, pending } = completion(send);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome?.kind).toBe('kept');
		expect(pending.of('ann')).toHaveLength(1);
		await completing.retry();
		expect(completing.outcome?.kind).toBe('counted');
	});

	it('Constructor_FinishedRun_KeepsItBeforeAnythingIsSent', () => {
		const { pending } = completion(async () => result);
		expect(pending.of('ann')).toMatchObject([{ run: 'token', commandId: 'command' }]);
	});

	it.each([-600_000, -3_600_000, -86_400_000, -1_000_000, 3_600_000, 500_000_000_000])(
		'Start_CalendarSetBy %i ms_SendsAtOnce',
		async (shiftMs) => {
			vi.advanceTimersByTime(100_000);
			vi.setSystemTime(Date.now() + shiftMs);
			const { completing } = completion(async () => result);
			completing.start();
			await vi.advanceTimersByTimeAsync(0);
			expect(completing.outcome?.kind).toBe('counted');
		},
	);

	it('Start_CalendarSetBackAfterManySkips_WaitsByTheMonotonicClock', async () => {
		vi.advanceTimersByTime(10_000);
		vi.setSystemTime(0);
		const { completing } = completion(async () => result, { skipped: [0, 1] });
		completing.start();
		expect(completing.restMs).toBe(30_000);
		vi.setSystemTime(5_000_000);
		await vi.advanceTimersByTimeAsync(30_000);
		expect(completing.outcome?.kind).toBe('counted');
	});

	it('Start_PageClosedMeanwhile_CountsThatTime', async () => {
		vi.setSystemTime(1_000_000 + 100_000);
		const { completing } = completion(async () => result, { openMs: 20_000 });
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome?.kind).toBe('counted');
	});

	it('Constructor_FullStorage_SaysSoAndStillSends', async () => {
		vi.advanceTimersByTime(100_000);
		const setItem = () => {
			throw new DOMException('', 'QuotaExceededError');
		};
		const full = { getItem: () => null, setItem, removeItem: () => undefined };
		const storage = new BrowserStorage(() => full as unknown as Storage);
		const send = vi.fn(async () => result);
		send.mockRejectedValueOnce(ApiProblem.unreachable());
		const { completing, pending } = completion(send, {}, storage);
		expect(completing.isStored).toBe(false);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(pending.of('ann')).toHaveLength(1);
		await completing.retry();
		expect(completing.outcome?.kind).toBe('counted');
	});
});
