import { describe, expect, it } from 'vitest';
import { isCurrent, secondaryLinks, primaryLinks } from './navigationLinks';

function current(pathname: string): string[] {
	return [...primaryLinks(), ...secondaryLinks()]
		.filter(({ href }) => isCurrent(href, pathname))
		.map(({ href }) => href);
}

describe('isCurrent', () => {
	it.each([
		['/today', ['/today']],
		['/boards', ['/boards']],
		['/challenges/7/boards', ['/boards']],
		['/teams/7', ['/boards']],
		['/challenges', ['/challenges']],
		['/challenges/7', ['/challenges']],
		['/challenges/new', ['/challenges']],
		['/me', ['/me']],
		['/exercises/plank', ['/exercises']],
		['/help', ['/help']],
		['/meadow', []],
	])('marks one place at most for %s', (pathname, expected) => {
		expect(current(pathname)).toEqual(expected);
	});
});
