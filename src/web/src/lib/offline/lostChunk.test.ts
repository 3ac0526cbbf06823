import { describe, expect, it } from 'vitest';
import { isLostChunk, mayReload } from './lostChunk';

describe('isLostChunk', () => {
	it.each([
		'Failed to fetch dynamically imported module: https://x/_app/immutable/nodes/3.js',
		'error loading dynamically imported module: https://x/_app/immutable/nodes/3.js',
		'Importing a module script failed.',
		'Unable to preload CSS for /_app/immutable/assets/3.css',
	])('recognises %s', (message) => expect(isLostChunk(new TypeError(message))).toBe(true));

	it.each([new TypeError('Failed to fetch'), new Error('Not found'), 'text', undefined])(
		'passes over %s',
		(error) => expect(isLostChunk(error)).toBe(false),
	);
});

describe('mayReload', () => {
	it('allows the first try', () => expect(mayReload(null, 'https://x/boards', 1000)).toBe(true));

	it('refuses a second one for the same address soon after', () => {
		expect(mayReload('1000 https://x/boards', 'https://x/boards', 31_000)).toBe(false);
	});

	it('allows it for another address, or much later', () => {
		expect(mayReload('1000 https://x/boards', 'https://x/today', 31_000)).toBe(true);
		expect(mayReload('1000 https://x/boards', 'https://x/boards', 61_001)).toBe(true);
	});

	it('MayReload_ClockSetBack_AllowsIt', () => {
		expect(mayReload('900000000 https://x/boards', 'https://x/boards', 1000)).toBe(true);
	});
});
