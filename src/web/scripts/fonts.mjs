// Makes the fonts in src/lib/ui/fonts anew, and the metrics of their fallbacks:
//   npm run fonts
// Gabarito and Figtree are reduced to the weights and letters that the client shows. Latin-1 is one file of each, which pages
// preload; Latin Extended-A is another, which browsers fetch only for names that need it (fonts.css).
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const output = 'src/lib/ui/fonts';
const fonts = [
	{ name: 'gabarito', weights: { min: 650, max: 800 } },
	{ name: 'figtree', weights: { min: 400, max: 700 } },
];

const range = (first, last) =>
	Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('');
// ASCII, Latin-1, and the punctuation and arrows of the texts.
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}–—‘’‚“”„†•…‹›€™←↑→↓−`;
const extended = range(0x100, 0x17f);

await mkdir(output, { recursive: true });
for (const { name, weights } of fonts) {
	const folder = `node_modules/@fontsource-variable/${name}/files/${name}`;
	for (const [script, text] of [
		['latin', latin],
		['latin-ext', extended],
	]) {
		const font = await subsetFont(
			await readFile(`${folder}-${script}-wght-normal.woff2`),
			text,
			{
				targetFormat: 'woff2',
				keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum'],
				variationAxes: { wght: { ...weights, default: weights.min } },
				noHinting: true,
			},
		);
		await writeFile(`${output}/${name}-${script}.woff2`, font);
		console.log(`${name}-${script}: ${font.length} bytes`);
	}
}
