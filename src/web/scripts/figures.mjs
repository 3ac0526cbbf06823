// Renders the figures to PNG files with Chromium:
//   npm run figures                      all figures, in light and dark
//   npm run figures -- plank side-plank  the named figures, in light alone
// FIGURES_OUTPUT names the folder (default build-figures), CHROMIUM the browser.
import { mkdir, readdir } from 'node:fs/promises';
import { createServer } from 'vite';
import { withBrowser } from './browser.mjs';

const output = process.env.FIGURES_OUTPUT ?? 'build-figures';
const asked = process.argv.slice(2);
const PER_SHEET = 8;

const all = (await readdir('src/lib/figure/poses'))
	.map((name) => name.replace(/\.json$/, ''))
	.sort();
const ids = asked.length > 0 ? asked : all;
const unknown = ids.filter((id) => !all.includes(id));
if (unknown.length > 0) throw new Error(`No figure: ${unknown.join(', ')}`);

const sheets = Array.from({ length: Math.ceil(ids.length / PER_SHEET) }, (_, index) =>
	ids.slice(index * PER_SHEET, (index + 1) * PER_SHEET),
);

await mkdir(output, { recursive: true });
const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
await server.listen();

try {
	await withBrowser(async (browser) => {
		const address = server.resolvedUrls.local[0];
		for (const colorScheme of asked.length > 0 ? ['light'] : ['light', 'dark']) {
			const page = await browser.newPage({
				viewport: { width: 1440, height: 900 },
				deviceScaleFactor: 1.5,
				colorScheme,
				reducedMotion: 'reduce',
			});
			// There is no server: the sheet shows ids instead of names.
			await page.route(
				({ pathname }) => pathname.startsWith('/api/'),
				(route) => route.abort(),
			);
			for (const [index, sheet] of sheets.entries()) {
				await page.goto(`${address}dev/figures?only=${sheet.join(',')}`);
				await page.waitForSelector('[data-ready]');
				await page.waitForLoadState('networkidle');
				await page.screenshot({
					path: `${output}/${colorScheme}-${index + 1}.png`,
					fullPage: true,
				});
			}
		}
	});
} finally {
	await server.close();
}
