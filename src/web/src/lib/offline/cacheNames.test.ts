import { describe, expect, it } from 'vitest';
import { catalogueName, outdated, shellName } from './cacheNames';

describe('shellName', () => {
	const name = shellName(['/a.1.js', '/b.2.js'], '0.1.0', 'static');

	it('is the same for the same build, in whatever order its files are named', () => {
		expect(shellName(['/b.2.js', '/a.1.js'], '0.1.0', 'static')).toBe(name);
	});

	it.each([
		['a changed file', shellName(['/a.1.js', '/b.3.js'], '0.1.0', 'static')],
		['one more file', shellName(['/a.1.js', '/b.2.js', '/c.3.js'], '0.1.0', 'static')],
		['another version', shellName(['/a.1.js', '/b.2.js'], '0.2.0', 'static')],
		['changed static files', shellName(['/a.1.js', '/b.2.js'], '0.1.0', 'other')],
	])('changes with %s', (_, other) => expect(other).not.toBe(name));
});

describe('catalogueName', () => {
	it.each([
		['de', 'catalogue-de'],
		['de-AT,de;q=0.9,en;q=0.8', 'catalogue-de'],
		['EN-gb', 'catalogue-en'],
		[null, 'catalogue-en'],
		['*', 'catalogue-en'],
	])('of %s is %s', (header, expected) => expect(catalogueName(header)).toBe(expected));
});

describe('outdated', () => {
	it('keeps the build before, what is being installed, and the catalogue', () => {
		const names = ['shell-1', 'catalogue-en', 'shell-2', 'shell-3', 'shell-4'];
		expect(outdated(names, 'shell-3')).toEqual(['shell-1']);
	});

	it.each([[['shell-1']], [['shell-0', 'shell-1']], [[]]])('finds nothing in %j', (names) =>
		expect(outdated(names, 'shell-1')).toEqual([]),
	);
});
