import { expect, test } from 'vitest';
import type { TeamDate } from '$lib/api/types';
import { columnsOf, weeksOf } from './weeks';

const on = (date: string): TeamDate => ({ date, state: 'reached', done: 1, needed: 0 });

// 2026-03-04 is a Wednesday; Friday the 6th is a holiday.
const days = ['2026-03-04', '2026-03-05', '2026-03-09', '2026-03-11'].map(on);

test('columns are the weekdays that team days fall on, Monday first', () => {
	expect(columnsOf(days)).toEqual([0, 2, 3]);
});

test('weeks begin on Mondays and leave a gap where there is no team day', () => {
	const dates = weeksOf(days).map(({ from, days }) => [from, ...days.map((day) => day?.date)]);

	expect(dates).toEqual([
		['2026-03-02', undefined, '2026-03-04', '2026-03-05'],
		['2026-03-09', '2026-03-09', '2026-03-11', undefined],
	]);
});

test('no days are no weeks', () => {
	expect(weeksOf([])).toEqual([]);
});
