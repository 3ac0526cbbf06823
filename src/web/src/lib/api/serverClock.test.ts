import { afterEach, expect, it, vi } from 'vitest';
import { readClock, serverNow } from './serverClock';

afterEach(() => void vi.useRealTimers());

const answer = (date: string, cache = 'no-store') =>
	new Response(null, { headers: { Date: date, 'Cache-Control': cache } });

it('goes on from the last answer, and takes no time from one that may have been kept', () => {
	vi.useFakeTimers({ now: new Date('2026-03-11T12:00:00Z') });
	readClock(answer('Wed, 11 Mar 2026 11:00:00 GMT'));
	vi.advanceTimersByTime(5_000);
	expect(serverNow()).toEqual(new Date('2026-03-11T11:00:05Z'));

	readClock(answer('Sun, 01 Feb 2026 08:00:00 GMT', 'no-cache'));
	readClock(new Response(null, { headers: { 'Cache-Control': 'no-store' } }));
	expect(serverNow()).toEqual(new Date('2026-03-11T11:00:05Z'));
});
