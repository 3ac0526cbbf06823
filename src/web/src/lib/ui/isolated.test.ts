import { expect, it } from 'vitest';
import { isolated } from './isolated';

it.each(['\u05d3\u05e0\u05d4', '\u0644\u064a\u0644\u0649 3'])('isolates %s', (name) => {
	expect(isolated(name)).toBe(`\u2068${name}\u2069`);
});

it('leaves other names as they are', () => {
	expect(isolated('Anna Müller (2)')).toBe('Anna Müller (2)');
});
