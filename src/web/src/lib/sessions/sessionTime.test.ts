import { describe, expect, it } from 'vitest';
import { proposedStart, startInstant } from './sessionTime';

describe('proposedStart', () => {
	it.each([
		['2026-03-10T09:02:10', '2026-03-10', '09:20'],
		['2026-03-10T09:05:00', '2026-03-10', '09:20'],
		['2026-12-31T23:50:00', '2027-01-01', '00:05'],
	])('at %s proposes %s %s', (now, date, time) => {
		expect(proposedStart(new Date(now))).toEqual({ date, time });
	});
});

describe('startInstant', () => {
	it('takes date and time by the device’s own clock', () => {
		const at = startInstant('2026-03-10', '09:20');
		expect(at).toEqual(new Date(2026, 2, 10, 9, 20));
	});

	it('knows what is no time', () => {
		expect(startInstant('', '09:20')).toBeUndefined();
		expect(startInstant('2026-03-10', '')).toBeUndefined();
		expect(startInstant('12026-12-07', '09:20')).toBeUndefined();
		expect(startInstant('+012026-12-07', '09:20')).toBeUndefined();
	});
});
