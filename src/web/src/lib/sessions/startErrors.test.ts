import { describe, expect, it } from 'vitest';
import { startErrors } from './startErrors';

const NOON = Date.parse('2026-03-11T12:00:00Z');

describe('startErrors', () => {
	it('is nothing for a start to come', () => {
		expect(startErrors(new Date(NOON + 1), '2026-03-11', NOON)).toBeUndefined();
	});

	it('names the date when there is no such date', () => {
		expect(Object.keys(startErrors(undefined, '2026-03-11', NOON) ?? {})).toEqual(['date']);
	});

	it('names the time when it is over', () => {
		expect(Object.keys(startErrors(new Date(NOON), '2026-03-11', NOON) ?? {})).toEqual([
			'startsAt',
		]);
	});
});
