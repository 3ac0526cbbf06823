import { describe, expect, it } from 'vitest';
import { consistency, points } from './format';

describe('points', () => {
	it('never shows a point that is not earned', () => {
		expect(points(1_200_000_000)).toMatch(/^1.?200$/);
		expect(points(99_999_999)).toBe('99');
		expect(points(0)).toBe('0');
	});
});

describe('consistency', () => {
	it('says 100 % only of every day', () => {
		expect(consistency(10_000)).toMatch(/^100\s?%$/);
		expect(consistency(9_999)).toMatch(/^99\s?%$/);
	});
});
