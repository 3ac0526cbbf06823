import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onceReachable } from './reachable';

const SECOND = 1000;

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('addEventListener', vi.fn());
	vi.stubGlobal('removeEventListener', vi.fn());
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('onceReachable', () => {
	it('calls back once, when the server answers again', async () => {
		let isAway = true;
		const then = vi.fn();
		const ask = vi.fn(() => (isAway ? Promise.reject(new Error('away')) : Promise.resolve()));
		onceReachable(then, ask);

		await vi.advanceTimersByTimeAsync(10 * SECOND);
		expect(then).not.toHaveBeenCalled();
		isAway = false;
		await vi.advanceTimersByTimeAsync(60 * SECOND);

		expect(then).toHaveBeenCalledOnce();
		expect(ask.mock.calls.length).toBeLessThan(6);
	});

	it('is silent once it is cancelled', async () => {
		const then = vi.fn();
		onceReachable(then, () => Promise.resolve())();
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(then).not.toHaveBeenCalled();
	});
});
