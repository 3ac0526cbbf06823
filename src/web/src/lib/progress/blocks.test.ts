import { describe, expect, it } from 'vitest';
import type { ProgrammeWeek } from '$lib/api/types';
import { blocksOf, weekOn } from './blocks';

const routines = { desk: '', mat: '', seated: '' };
const week = (number: number, block: number, holdSeconds: number): ProgrammeWeek => ({
	week: number,
	block,
	holdSeconds,
	stretches: [`stretch-${block}`],
	core: [`core-${block}`],
	routines,
	alternate: routines,
});

describe('blocksOf', () => {
	it('joins the weeks of a block, with each hold time once', () => {
		const weeks = [week(1, 1, 15), week(2, 1, 20), week(7, 4, 30), week(8, 4, 30)];
		expect(blocksOf(weeks)).toEqual([
			{
				block: 1,
				firstWeek: 1,
				lastWeek: 2,
				holds: [15, 20],
				stretches: ['stretch-1'],
				core: ['core-1'],
			},
			{
				block: 4,
				firstWeek: 7,
				lastWeek: 8,
				holds: [30],
				stretches: ['stretch-4'],
				core: ['core-4'],
			},
		]);
	});
});

describe('weekOn', () => {
	const weeks = [
		{ week: 1, from: '2026-03-02' },
		{ week: 2, from: '2026-03-09' },
	];

	it.each([
		['2026-03-01', undefined],
		['2026-03-02', 1],
		['2026-03-08', 1],
		['2026-03-09', 2],
		['2026-03-16', undefined],
	])('finds the week of %s', (date, expected) => {
		expect(weekOn(date, weeks)).toBe(expected);
	});
});
