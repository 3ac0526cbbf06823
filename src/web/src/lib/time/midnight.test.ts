import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onMidnight } from './midnight';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('onMidnight', () => {
	it.each([
		['Europe/Berlin', '2026-03-11T22:50:00Z'],
		['Pacific/Auckland', '2026-03-11T10:50:00Z'],
		['Asia/Kathmandu', '2026-03-11T18:05:00Z'],
	])('calls back soon after midnight in %s', async (zone, tenToMidnight) => {
		vi.setSystemTime(new Date(tenToMidnight));
		const then = vi.fn();
		const stop = onMidnight(zone, then);

		await vi.advanceTimersByTimeAsync(10 * MINUTE);
		expect(then).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(5_000);
		expect(then).toHaveBeenCalledOnce();
		stop();
	});

	it('calls back once a day, also where a day is short', async () => {
		vi.setSystemTime(new Date('2026-03-28T12:00:00Z'));
		const then = vi.fn();
		const stop = onMidnight('Europe/Berlin', then);

		await vi.advanceTimersByTimeAsync(3 * 24 * 60 * MINUTE);
		expect(then).toHaveBeenCalledTimes(3);
		stop();
	});

	it('notices that a sleeping device woke up on another day', async () => {
		vi.setSystemTime(new Date('2026-03-11T20:00:00Z'));
		const then = vi.fn();
		const stop = onMidnight('Europe/Berlin', then);

		vi.setSystemTime(new Date('2026-03-12T07:00:00Z'));
		await vi.advanceTimersByTimeAsync(10 * MINUTE);
		expect(then).toHaveBeenCalledOnce();
		stop();
	});

	it('stops', async () => {
		vi.setSystemTime(new Date('2026-03-11T22:59:00Z'));
		const then = vi.fn();
		onMidnight('Europe/Berlin', then)();
		await vi.advanceTimersByTimeAsync(5 * MINUTE);
		expect(then).not.toHaveBeenCalled();
	});
});
