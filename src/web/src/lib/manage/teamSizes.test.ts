import { describe, expect, it } from 'vitest';
import { balancedSizes } from './teamSizes';

describe('balancedSizes', () => {
	it('fills the smallest teams first', () => {
		expect(balancedSizes([5, 1, 2], 4)).toEqual([5, 4, 3]);
	});

	it('differs by one at most where nobody is in a team yet', () => {
		const sizes = balancedSizes([0, 0, 0, 0], 10);
		expect(Math.max(...sizes) - Math.min(...sizes)).toBe(1);
		expect(sizes.reduce((sum, size) => sum + size)).toBe(10);
	});

	it('is nothing without teams, and unchanged without people', () => {
		expect(balancedSizes([], 3)).toEqual([]);
		expect(balancedSizes([2, 1], 0)).toEqual([2, 1]);
	});
});
