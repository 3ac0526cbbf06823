import { describe, expect, it } from 'vitest';
import { withHoliday } from './holidays';

const add = (dates: string[], date: string) => withHoliday(dates, date, '2026-03-02', '2026-04-26');

describe('withHoliday', () => {
	it('adds a date in its place, and each once', () => {
		expect(add(['2026-04-06'], '2026-04-03')).toEqual(['2026-04-03', '2026-04-06']);
		expect(add(['2026-04-03'], '2026-04-03')).toEqual(['2026-04-03']);
	});

	it.each(['12026-04-03', '2026-04', '', '2026-03-01', '2026-04-27'])('refuses %s', (date) => {
		expect(add([], date)).toBeUndefined();
	});
});
