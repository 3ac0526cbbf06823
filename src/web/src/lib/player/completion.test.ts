import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '$lib/api/problem';
import type { CheckInAnswer } from '$lib/api/types';
import { MemoryStorage } from '$lib/storage/storage';
import { Completion } from './completion.svelte';
import { PendingCheckIns } from './pendingCheckIns.svelte';
import { savedRun, step } from './testing';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const result: CheckInAnswer = { date: '2026-03-10', credited: true, kind: 'guided', streaks: [] };

const run = savedRun({
	steps: [step({ seconds: 50 }), step({ seconds: 50 })],
	startedAt: 1_000_000,
});

function completion(skipped: number[], send: () => Promise<CheckInAnswer>) {
	const pending = new PendingCheckIns(new MemoryStorage(), send);
	return { pending, completing: new Completion(run, skipped, 'ann', pending, () => Date.now()) };
}

describe('Completion', () => {
	it('hands in at once what took long enough', async () => {
		vi.advanceTimersByTime(100_000);
		const { completing } = completion([], async () => result);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome).toEqual({ kind: 'counted', result });
	});

	it('rests first after many skipped steps', async () => {
		vi.advanceTimersByTime(10_000);
		const send = vi.fn(async () => result);
		const { completing } = completion([0, 1], send);
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
		const { completing, pending } = completion([], send);
		completing.start();
		await vi.advanceTimersByTimeAsync(6000);
		expect(completing.outcome?.kind).toBe('counted');
		expect(send).toHaveBeenCalledTimes(2);
		expect(pending.waiting).toEqual([]);
	});

	it('forgets a refused run once the person has read why', async () => {
		vi.advanceTimersByTime(100_000);
		const { completing, pending } = completion([], async () => {
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
		const { completing, pending } = completion([], send);
		completing.start();
		await vi.advanceTimersByTimeAsync(0);
		expect(completing.outcome?.kind).toBe('kept');
		expect(pending.of('ann')).toHaveLength(1);
		await completing.retry();
		expect(completing.outcome?.kind).toBe('counted');
	});
});
