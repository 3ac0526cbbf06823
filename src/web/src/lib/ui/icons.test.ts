import { expect, it } from 'vitest';
import names from './icons.json';
import drawings from './icons.svg?raw';

const lucide = import.meta.glob<string>('/node_modules/lucide-static/icons/*.svg', {
	query: '?raw',
	import: 'default',
});

it('draws every icon that has a name, and no other, as the installed Lucide does', async () => {
	const drawn = [...drawings.matchAll(/<symbol id="(\w+)".*?>(.*)<\/symbol>/g)];
	expect(drawn.map(([, id]) => id)).toEqual(Object.keys(names));
	for (const [, id, shapes] of drawn) {
		const icon = names[id as keyof typeof names];
		const original = await lucide[`/node_modules/lucide-static/icons/${icon}.svg`]?.();
		expect([...(original ?? '').matchAll(/<(?!svg)\w[^>]*>/g)].join('')).toBe(shapes);
	}
});
