import { expect, it } from 'vitest';
import drawings from './icons.svg?raw';
import names from './icons.ts?raw';

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name);

it('draws every icon that has a name, and no other', () => {
	const drawn = all(drawings, /<symbol id="(\w+)"/g);
	expect(drawn).toEqual(all(names, /\| '(\w+)'/g));
	expect(drawn).toContain('today');
});
