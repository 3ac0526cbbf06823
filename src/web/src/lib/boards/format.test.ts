import { describe, expect, it } from 'vitest';
import { consistency, points } from './format';

describe('points', () => {
	it('groups thousands', () => {
		expect(points(1200)).toMatch(/^1.?200$/);
		expect(points(0)).toBe('0');
	});
});

describe('consistency', () => {
	it('shows the percent as it comes', () => {
		expect(consistency(100)).toMatch(/^100\s?%$/);
		expect(consistency(99)).toMatch(/^99\s?%$/);
		expect(consistency(29)).toMatch(/^29\s?%$/);
	});
});
