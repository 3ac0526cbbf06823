import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readClock } from '$lib/api/serverClock';
import { refreshDaily } from './refreshDaily';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The page: its events, and whether it is looked at. */
let page: EventTarget & { visibilityState: string };

beforeEach(() => {
	vi.useFakeTimers();
	page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
	vi.stubGlobal('document', page);
	vi.stubGlobal('window', page);
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	answerAt(Date.now());
});

const answerAt = (time: number) =>
	readClock(
		new Response(null, {
			headers: { Date: new Date(time).toUTCString(), 'Cache-Control': 'no-store' },
		}),
	);

function watch(at: string, zones = ['Europe/Berlin'], instants: string[] = []) {
	vi.setSystemTime(new Date(at));
	answerAt(Date.now());
	const load = vi.fn();
	const stop = refreshDaily(zones, load, instants);
	return { load, stop };
}

/** The device sleeps: its clock goes on, its timers do not. */
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);

function tell(event: string, properties = {}) {
	page.dispatchEvent(Object.assign(new Event(event), properties));
}

describe('a day that turns', () => {
	it.each([
		['Europe/Berlin', '2026-03-11T22:50:00Z'],
		['Pacific/Auckland', '2026-03-11T10:50:00Z'],
		['Asia/Kathmandu', '2026-03-11T18:05:00Z'],
	])('loads again soon after midnight in %s', async (zone, tenToMidnight) => {
		const { load } = watch(tenToMidnight, [zone]);
		await vi.advanceTimersByTimeAsync(10 * MINUTE);
		expect(load).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(15 * SECOND);
		expect(load).toHaveBeenCalledOnce();
	});

	it('loads again after the midnight of each zone', async () => {
		const { load } = watch('2026-03-11T20:00:00Z', ['Europe/Berlin', 'Europe/London', 'UTC']);
		await vi.advanceTimersByTimeAsync(3 * HOUR + MINUTE);
		expect(load).toHaveBeenCalledTimes(1);
		await vi.advanceTimersByTimeAsync(HOUR);
		expect(load).toHaveBeenCalledTimes(2);
	});

	it('loads again once a day, also where a day is short', async () => {
		const { load } = watch('2026-03-28T12:00:00Z');
		await vi.advanceTimersByTimeAsync(3 * 24 * HOUR);
		expect(load).toHaveBeenCalledTimes(3);
	});

	it('loads again when a streak stops being safe', async () => {
		const { load } = watch('2026-03-11T10:59:00Z', undefined, ['2026-03-11T11:00:00Z']);
		await vi.advanceTimersByTimeAsync(MINUTE);
		expect(load).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(15 * SECOND);
		expect(load).toHaveBeenCalledOnce();
		await vi.advanceTimersByTimeAsync(HOUR);
		expect(load).toHaveBeenCalledOnce();
	});

	it.each([HOUR, -HOUR])(
		"goes by the server's clock on a device that is %i ms wrong",
		async (wrong) => {
			const tenToMidnight = Date.parse('2026-03-11T22:50:00Z');
			vi.setSystemTime(tenToMidnight + wrong);
			answerAt(tenToMidnight);
			const load = vi.fn();
			refreshDaily(['Europe/Berlin'], load);
			await vi.advanceTimersByTimeAsync(10 * MINUTE);
			expect(load).not.toHaveBeenCalled();
			await vi.advanceTimersByTimeAsync(15 * SECOND);
			expect(load).toHaveBeenCalledOnce();
		},
	);

	it('stops', async () => {
		const { load, stop } = watch('2026-03-11T22:59:00Z');
		stop();
		await vi.advanceTimersByTimeAsync(5 * MINUTE);
		tell('visibilitychange');
		expect(load).not.toHaveBeenCalled();
	});
});

describe('a page that is looked at again', () => {
	it('loads again at once after a sleep into another day', async () => {
		const { load } = watch('2026-03-11T20:00:00Z');
		sleep(11 * HOUR);
		await vi.advanceTimersByTimeAsync(10 * SECOND);
		expect(load).toHaveBeenCalled();
	});

	it('loads again after a sleep within the day', async () => {
		const { load } = watch('2026-03-11T08:00:00Z');
		sleep(2 * HOUR);
		await vi.advanceTimersByTimeAsync(10 * SECOND);
		expect(load).toHaveBeenCalledOnce();
	});

	it('loads again once for all events of one return', async () => {
		const { load } = watch('2026-03-11T08:00:00Z');
		sleep(2 * HOUR);
		tell('pageshow', { persisted: true });
		tell('visibilitychange');
		tell('online');
		await vi.advanceTimersByTimeAsync(MINUTE);
		expect(load).toHaveBeenCalledOnce();
	});

	it('loads again when it comes back from the cache of pages left', () => {
		const { load } = watch('2026-03-11T08:00:00Z');
		tell('pageshow', { persisted: false });
		expect(load).not.toHaveBeenCalled();
		tell('pageshow', { persisted: true });
		expect(load).toHaveBeenCalledOnce();
	});

	it('waits while it is hidden', () => {
		const { load } = watch('2026-03-11T08:00:00Z');
		page.visibilityState = 'hidden';
		tell('visibilitychange');
		expect(load).not.toHaveBeenCalled();
		page.visibilityState = 'visible';
		tell('visibilitychange');
		expect(load).toHaveBeenCalledOnce();
	});
});
