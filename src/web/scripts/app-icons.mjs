// Draws the icons of the installed client from static/favicon.svg:
//   npm run app-icons
// CHROMIUM names the browser.
import { readFile } from 'node:fs/promises';
import { withBrowser } from './browser.mjs';

const svg = await readFile('static/favicon.svg', 'utf8');
const background = /<rect[^>]* fill="(#\w+)"/.exec(svg)[1];

/** Systems cut `square` ones into their own shape, so these have no round corners, and a mark that is smaller. */
const icons = [
	{ file: 'icon-180.png', size: 180, square: 0.92 },
	{ file: 'icon-192.png', size: 192 },
	{ file: 'icon-512.png', size: 512 },
	{ file: 'icon-maskable-512.png', size: 512, square: 0.74 },
];

await withBrowser(async (browser) => {
	for (const { file, size, square } of icons) {
		const page = await browser.newPage({ viewport: { width: size, height: size } });
		await page.setContent(`<style>
			body { margin: 0; ${square ? `background: ${background};` : ''} }
			svg { display: block; width: ${size}px; height: ${size}px; transform: scale(${square ?? 1}); }
		</style>${svg}`);
		await page.screenshot({ path: `static/${file}`, omitBackground: true });
		await page.close();
	}
});
