import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DayCredit } from './dayCredit.svelte';

beforeEach(() => {
	vi.useFakeTimers();
	// The backoff has random jitter.
	vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

async function watched(...answers: (boolean | Error)[]) {
	const ask = vi.fn(async () => {
		const answer = answers.length > 1 ? answers.shift() : answers[0];
		if (answer instanceof Error) throw answer;
		return answer ?? false;
	});
	const credit = new DayCredit(ask);
	const stop = credit.watch();
	await vi.advanceTimersByTimeAsync(0);
	return { credit, ask, stop };
}

describe('DayCredit', () => {
	it('is counted once the server says so', async () => {
		const { credit } = await watched(false, true);
		expect(credit.state).toBe('asking');
		await vi.advanceTimersByTimeAsync(1_000);
		expect(credit.state).toBe('counted');
	});

	it('is missing only after the server has had time', async () => {
		const { credit } = await watched(false);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(credit.state).toBe('asking');
		await vi.advanceTimersByTimeAsync(10_000);
		expect(credit.state).toBe('missing');
	});

	it('goes on asking while the line is away', async () => {
		const away = new Error('away');
		const { credit } = await watched(away, away, away, away, true);
		await vi.advanceTimersByTimeAsync(6_000);
		expect(credit.state).toBe('unknown');
		await vi.advanceTimersByTimeAsync(60_000);
		expect(credit.state).toBe('counted');
	});

	it('asks no more once stopped', async () => {
		const { ask, stop } = await watched(false);
		stop();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(ask).toHaveBeenCalledOnce();
	});
});
