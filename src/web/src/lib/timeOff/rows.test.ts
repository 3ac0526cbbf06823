import { describe, expect, it } from 'vitest';
import { timeOffRows } from './rows';

const rows = (from: string, to: string) => timeOffRows([{ id: 'a', from, to }], '2026-03-11');

describe('timeOffRows', () => {
	it('leaves out what is over', () => {
		expect(rows('2026-03-09', '2026-03-10')).toEqual([]);
	});

	it('cannot be taken back on its last day', () => {
		expect(rows('2026-03-09', '2026-03-11')).toMatchObject([{ isOn: true, canCancel: false }]);
	});

	it('can be taken back in part while it is on', () => {
		expect(rows('2026-03-11', '2026-03-12')).toMatchObject([{ isOn: true, canCancel: true }]);
	});

	it('names a single day without the year, and a range with it', () => {
		expect(rows('2026-03-12', '2026-03-12')).toMatchObject([{ days: 'Thu 12 Mar', isOn: false }]);
		expect(rows('2026-03-12', '2026-03-13')[0]?.days).toMatch(/^12\s?–\s?13 Mar 2026$/);
		expect(rows('2027-01-04', '2027-01-04')).toMatchObject([{ days: '4 Jan 2027' }]);
	});
});
