import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Countdown } from './countdown.svelte';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

describe('Countdown', () => {
	it('wakes at the second’s boundary and rests at nothing', () => {
		const countdown = new Countdown(() => Date.now());
		countdown.start(2_400);
		expect(countdown.remainingMs).toBe(2_400);
		vi.advanceTimersByTime(399);
		expect(countdown.remainingMs).toBe(2_400);
		vi.advanceTimersByTime(1);
		expect(countdown.remainingMs).toBe(2_000);
		vi.advanceTimersByTime(10_000);
		expect(countdown.remainingMs).toBe(0);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('looks at a clock that was set', () => {
		let aheadMs = 0;
		const countdown = new Countdown(() => Date.now() + aheadMs);
		countdown.start(60_000);
		aheadMs = 50_000;
		countdown.refresh();
		expect(countdown.remainingMs).toBe(10_000);
	});

	it('Ended_RunsWhatIsDue_AgainAndAgainUntilItIsStopped', () => {
		const onend = vi.fn();
		const stop = new Countdown(() => Date.now()).start(2_000, onend);
		vi.advanceTimersByTime(1_999);
		expect(onend).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(onend).toHaveBeenCalledOnce();
		vi.advanceTimersByTime(10_000);
		expect(onend).toHaveBeenCalledTimes(3);
		stop();
		vi.advanceTimersByTime(60_000);
		expect(onend).toHaveBeenCalledTimes(3);
	});

	it('StartedAfterTheEnd_DoesNotRunWhatIsDueAtOnce', () => {
		const onend = vi.fn();
		new Countdown(() => Date.now()).start(-1_000, onend);
		expect(onend).not.toHaveBeenCalled();
		vi.advanceTimersByTime(5_000);
		expect(onend).toHaveBeenCalledOnce();
	});

	it('awaits nothing where there is nothing to await', () => {
		const countdown = new Countdown(() => Date.now());
		countdown.start(5_000);
		countdown.start(undefined);
		expect(countdown.remainingMs).toBeUndefined();
		expect(vi.getTimerCount()).toBe(0);
	});
});
