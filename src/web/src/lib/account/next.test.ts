import { describe, expect, it } from 'vitest';
import { nextPath, signInPath } from './next';

describe('nextPath', () => {
	it('comes back to where the person wanted to go', () => {
		const from = new URL('https://host/join/ABCD?x=1');
		expect(nextPath(new URL(signInPath(from), 'https://host'))).toBe('/join/ABCD?x=1');
	});

	it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'today', ''])(
		'never leaves the client for %s',
		(next) => {
			const url = new URL(`https://host/sign-in?next=${encodeURIComponent(next)}`);
			expect(nextPath(url)).toBe('/today');
		},
	);
});
