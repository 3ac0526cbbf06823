import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withTimeout } from './withTimeout';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<string>(() => undefined);
const refuse = () => {
	throw new Error('too late');
};

describe('withTimeout', () => {
	it('WithTimeout_WorkInTime_SettlesAsItAndLeavesNoTimer', async () => {
		expect(await withTimeout(Promise.resolve('done'), 1000, refuse)).toBe('done');
		await expect(withTimeout(Promise.reject(new Error('failed')), 1000, refuse)).rejects.toThrow(
			'failed',
		);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('WithTimeout_WorkTooLate_TakesTheOtherwise', async () => {
		const result = withTimeout(never, 1000, () => 'other');
		await vi.advanceTimersByTimeAsync(1000);
		expect(await result).toBe('other');
	});

	it('WithTimeout_OtherwiseThrows_Rejects', async () => {
		const refused = expect(withTimeout(never, 1000, refuse)).rejects.toThrow('too late');
		await vi.advanceTimersByTimeAsync(1000);
		await refused;
	});
});
