import { describe, expect, it } from 'vitest';
import { isSameTime, zoneName } from './zones';

describe('isSameTime', () => {
	const winter = new Date('2026-01-15T10:00:00Z');

	it('compares the clocks of two zones', () => {
		expect(isSameTime('Europe/Berlin', 'Europe/Paris', winter)).toBe(true);
		expect(isSameTime('UTC', 'Atlantic/Reykjavik', winter)).toBe(true);
		expect(isSameTime('UTC', 'Europe/Berlin', winter)).toBe(false);
	});

	it('knows that summer time makes a difference', () => {
		const summer = new Date('2026-07-15T10:00:00Z');
		expect(isSameTime('UTC', 'Europe/London', winter)).toBe(true);
		expect(isSameTime('UTC', 'Europe/London', summer)).toBe(false);
	});
});

describe('zoneName', () => {
	it('is read without underscores', () => {
		expect(zoneName('America/New_York')).toBe('America/New York');
	});
});
