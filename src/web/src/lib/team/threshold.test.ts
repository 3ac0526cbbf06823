import { expect, test } from 'vitest';
import { needed } from './threshold';

test.each([
	[5, 70, 4],
	[10, 70, 7],
	[3, 100, 3],
	[7, 1, 1],
	[0, 70, 0],
])('of %i due at %i percent, %i are needed', (due, percent, expected) => {
	expect(needed(due, percent)).toBe(expected);
});
