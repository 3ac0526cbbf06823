import { describe, expect, it } from 'vitest';
import page from '../../app.html?raw';
import manifest from '../../../static/manifest.webmanifest?raw';
import { contrast, type Colour } from '$lib/devUi/contrast';
import tokens from './tokens.css?raw';

const sources = import.meta.glob<string>(
	['/src/**/*.{svelte,css,ts}', '!**/*.test.ts', '!**/*.generated.ts', '!**/tokens.css'],
	{ query: '?raw', import: 'default', eager: true },
);

/** The value of a token in both themes. */
function themed(token: string): { light: string; dark: string } {
	const value = new RegExp(`\\n\\t--${token}: ([^;]+);`).exec(tokens)?.[1] ?? '';
	const [, light = value, dark = value] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
	return { light, dark };
}

function colour(hex: string): Colour {
	const digits = /^#[\da-f]{3}$/.test(hex) ? hex.replace(/[\da-f]/g, '$&$&') : hex;
	if (!/^#[\da-f]{6}$/.test(digits)) throw new Error(`Not a colour: ${hex}`);
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
		parseInt(digits.slice(at, at + 2), 16),
	);
	return [red, green, blue];
}

const TEXT = 4.5;
const GRAPHIC = 3;
const grounds = ['paper', 'card', 'sunken', 'mint', 'amber-soft'];
const pairs: readonly (readonly [ink: string, grounds: readonly string[], least: number])[] = [
	['ink', grounds, TEXT],
	['ink-soft', grounds, TEXT],
	['pine', grounds, TEXT],
	['on-pine', ['pine', 'pine-strong'], TEXT],
	['amber-ink', ['amber-soft', 'card', 'paper'], TEXT],
	['on-amber', ['amber'], TEXT],
	['frost', ['frost-soft', 'card', 'paper'], TEXT],
	['danger', ['danger-soft', 'card', 'paper'], TEXT],
	['on-dusk', ['dusk'], TEXT],
	['amber', ['dusk'], TEXT],
	['ember', ['amber-soft', 'card', 'paper'], GRAPHIC],
	['line-strong', ['paper', 'card', 'sunken'], GRAPHIC],
	['contour', ['paper', 'card'], GRAPHIC],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	const ratio = (one: string, other: string) =>
		contrast(colour(themed(one)[theme]), colour(themed(other)[theme]));

	it.each(pairs.flatMap(([ink, on, least]) => on.map((ground) => [ink, ground, least] as const)))(
		'%s on %s has a contrast of %d',
		(ink, ground, least) => expect(ratio(ink, ground)).toBeGreaterThanOrEqual(least),
	);

	it.each([
		'sky',
		'coral',
		'plum',
		'ochre',
		'lagoon',
		'rose',
		'moss',
		'slate',
		'indigo',
		'brick',
		'fern',
		'berry',
	])('the colour of team %s stands out from a card', (team) =>
		expect(ratio(`team-${team}`, 'card')).toBeGreaterThanOrEqual(TEXT),
	);
});

it('has shirts on which white text and the glow of muscles can be seen', () => {
	const shirts = [...tokens.matchAll(/--(team-\w+):/g)].map(([, team = '']) => themed(team).light);
	expect(shirts).toHaveLength(12);
	for (const shirt of shirts) {
		expect(contrast(colour(shirt), [255, 255, 255])).toBeGreaterThanOrEqual(5);
		expect(contrast(colour(shirt), colour(themed('glow').light))).toBeGreaterThanOrEqual(3.2);
	}
});

it("colours the browser's bars like the paper", () => {
	const { light, dark } = themed('paper');
	expect([...page.matchAll(/content="(#\w+)"/g)].map(([, value]) => value)).toEqual([light, dark]);
	expect(JSON.parse(manifest)).toMatchObject({
		background_color: light,
		theme_color: themed('pine').light,
	});
});

it('holds all literal colours', () => {
	const literal = /(?<![&\w{])#(?:[\da-f]{3}|[\da-f]{6})\b|\b(?:rgba?|hsla?|oklch)\(\s*\d/gi;
	const found = Object.entries(sources)
		.filter(([path]) => !path.endsWith('.ts'))
		.flatMap(([path, source]) => [...source.matchAll(literal)].map(([text]) => `${path}: ${text}`));
	expect(found).toEqual([]);
});

it('defines every custom property that is used', () => {
	const all = [tokens, ...Object.values(sources)].join('\n');
	const defined = new Set([...all.matchAll(/(--[\w-]+)['"]?\s*[:,]/g)].map(([, name]) => name));
	const used = [...all.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
	expect(used.filter((name) => !defined.has(name))).toEqual([]);
});

it('is the only place, with motion.svelte.ts, that asks for reduced motion', () => {
	const asking = Object.entries(sources)
		.filter(([, source]) => /prefers-?reduced-?motion/i.test(source))
		.map(([path]) => path);
	expect(asking).toEqual(['/src/lib/ui/motion.svelte.ts']);
});
