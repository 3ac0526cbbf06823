import { describe, expect, it } from 'vitest';
import { daysSince, legendOf } from './dayMarks';

const days = [
	{ date: '2026-03-09', state: 'off' },
	{ date: '2026-03-10', state: 'off' },
	{ date: '2026-03-11', state: 'pending' },
] as const;

describe('daysSince', () => {
	it('tells days before joining from days off', () => {
		const marks = daysSince('2026-03-10', days).map(({ state }) => state);
		expect(marks).toEqual(['before', 'off', 'pending']);
	});
});

describe('legendOf', () => {
	it('explains days before joining only where there are some', () => {
		expect(legendOf(['done', 'off'], daysSince('2026-03-09', days))).toEqual(['done', 'off']);
		expect(legendOf(['done'], daysSince('2026-03-10', days))).toEqual(['done', 'before']);
	});
});
