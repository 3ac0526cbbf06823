import { describe, expect, it } from 'vitest';
import { changesOf } from './changes';

describe('changesOf', () => {
	const before = { displayName: 'Ann', timeZone: 'Europe/Berlin', workDays: ['Mon', 'Tue'] };

	it('has only the fields that were changed', () => {
		expect(changesOf(before, { ...before, displayName: 'Anna' })).toEqual({ displayName: 'Anna' });
	});

	it('compares lists by their entries', () => {
		expect(changesOf(before, { ...before, workDays: ['Mon', 'Tue'] })).toEqual({});
		expect(changesOf(before, { ...before, workDays: ['Mon'] })).toEqual({ workDays: ['Mon'] });
	});
});
