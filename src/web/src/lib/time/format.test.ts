import { describe, expect, it } from 'vitest';
import {
	addDays,
	clock,
	dateIn,
	dateRange,
	isDate,
	longDay,
	minutes,
	moment,
	nextMonday,
} from './format';

describe('clock', () => {
	it.each([
		[0, '0:00'],
		[-5, '0:00'],
		[1, '0:01'],
		[1000, '0:01'],
		[29_001, '0:30'],
		[60_000, '1:00'],
		[61_500, '1:02'],
		[754_000, '12:34'],
	])('shows %i ms as %s', (milliseconds, expected) => {
		expect(clock(milliseconds)).toBe(expected);
	});
});

describe('minutes', () => {
	it('rounds, and never says none', () => {
		expect(minutes(10)).toBe('1 min');
		expect(minutes(245)).toBe('4 min');
	});
});

describe('moment', () => {
	const zone = 'Europe/Berlin';

	it('is said in the zone of the person, not of the browser', () => {
		expect(moment('2026-03-11T11:00:00Z', zone, '2026-03-11')).toMatch(/^12:00/);
		expect(moment('2026-03-11T11:00:00Z', 'Asia/Tokyo', '2026-03-11')).toMatch(/^(20|8):00/);
	});

	it('names tomorrow and later days', () => {
		expect(moment('2026-03-12T11:00:00Z', zone, '2026-03-11')).toMatch(/^tomorrow,? /);
		expect(moment('2026-03-16T11:00:00Z', zone, '2026-03-11')).toMatch(/Mon/);
	});
});

describe('dates', () => {
	it('crosses months, years and clock changes', () => {
		expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
		expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
	});

	it('knows the local date of an instant', () => {
		expect(dateIn('Pacific/Auckland', new Date('2026-03-10T20:00:00Z'))).toBe('2026-03-11');
	});

	it.each([
		['2026-03-09', '2026-03-16'],
		['2026-03-11', '2026-03-16'],
		['2026-03-15', '2026-03-16'],
	])('finds the Monday after %s', (date, expected) => {
		expect(nextMonday(date)).toBe(expected);
	});
});

describe('a date that is none', () => {
	it.each(['12026-04-03', '2026-13-01', 'undefined', ''])('%j is shown as it is', (text) => {
		expect(longDay(text)).toBe(text);
		expect(dateRange('2026-03-02', text)).toBe(`2026-03-02 – ${text}`);
	});

	it('leaves a damaged instant as it is', () => {
		expect(moment('soon', 'Europe/Berlin', '2026-03-11')).toBe('soon');
	});
});

describe('isDate', () => {
	it.each([
		['2026-03-10', true],
		['9999-12-31', true],
		['10000-01-01', false],
		['012026-04-03', false],
		['2026-13-01', false],
		['', false],
	])('of %s is %s', (text, expected) => {
		expect(isDate(text)).toBe(expected);
	});
});
