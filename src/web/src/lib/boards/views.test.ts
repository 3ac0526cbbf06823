import { describe, expect, it } from 'vitest';
import { boardOf } from './views';

describe('boardOf', () => {
	it.each([
		['', 'teamStreak'],
		['board=teamPoints', 'teamPoints'],
		['board=personConsistency', 'personConsistency'],
		['board=nonsense', 'teamStreak'],
	])('reads "%s" as %s', (query, expected) => {
		expect(boardOf(new URLSearchParams(query))).toBe(expected);
	});
});
