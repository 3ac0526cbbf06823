import { describe, expect, it } from 'vitest';
import { proposedStart, startInstant, startWithin } from './sessionTime';

describe('proposedStart', () => {
	it.each([
		['2026-03-10T09:02:10', '2026-03-10', '09:20'],
		['2026-03-10T09:05:00', '2026-03-10', '09:20'],
		['2026-12-31T23:50:00', '2027-01-01', '00:05'],
	])('at %s proposes %s %s', (now, date, time) => {
		expect(proposedStart(new Date(now))).toEqual({ date, time });
	});
});

describe('startWithin', () => {
	const hours = { from: '08:00', to: '16:00' };

	it.each([
		['09:20', '2026-03-10', '09:20'],
		['08:00', '2026-03-10', '08:00'],
		['06:15', '2026-03-10', '10:00'],
		['16:00', '2026-03-11', '10:00'],
		['23:50', '2026-03-11', '10:00'],
	])('StartWithin_Of %s_Is %s %s', (time, date, proposed) => {
		const start = { date: '2026-03-10', time };
		expect(startWithin(start, hours)).toEqual({ date, time: proposed });
	});

	it('StartWithin_WithoutHours_IsAsItIs', () => {
		const start = { date: '2026-03-10', time: '23:50' };
		expect(startWithin(start, null)).toBe(start);
		expect(startWithin(start, { from: '08:00' })).toBe(start);
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
