// Audits the most visited pages with Lighthouse and its default throttling (a slow phone, slow 4G):
//   npm run lighthouse       against a running server with its demo, best built with -c Release and published
// STRETCH_SERVER names the server (default http://localhost:5080), CHROMIUM the browser. Lighthouse itself is fetched by
// npx at its first use: as a dependency it would make every install of the client much longer.
// Exits with 1 if a score is below 95. Scores are lower on a busy machine.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { executable, flags, withBrowser } from './browser.mjs';
import { enterDemo, server } from './demoGuest.mjs';

const VERSION = '12.2.3';
const MIN_SCORE = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
let low = 0;
try {
	const { challenge, cookie } = await visit();
	const headers = join(folder, 'headers.json');
	await writeFile(headers, JSON.stringify({ Cookie: cookie }));
	console.log(`${'page'.padEnd(26)} perf  acc  best    FCP    LCP    TBT    CLS`);
	for (const { name, path, signedIn = true } of [
		{ name: '/', path: '/', signedIn: false },
		{ name: '/today', path: '/today' },
		{ name: '/challenges/:id/boards', path: `/challenges/${challenge.id}/boards` },
	]) {
		const report = await audit(path, signedIn ? [`--extra-headers=${headers}`] : []);
		print(name, report);
		low += CATEGORIES.filter((category) => score(report, category) < MIN_SCORE).length;
	}
} finally {
	await rm(folder, { recursive: true });
}

if (low > 0) {
	console.error(`${low} scores are below ${MIN_SCORE}.`);
	process.exitCode = 1;
}

/** Signs in as a guest of the demo; returns its challenge and the Cookie header. */
async function visit() {
	return withBrowser(async (browser) => {
		const context = await browser.newContext({ baseURL: server });
		const challenge = await enterDemo(context);
		const cookies = await context.cookies();
		return {
			challenge,
			cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
		};
	});
}

/** One page, with an empty cache, in a browser of its own. */
async function audit(path, extraFlags) {
	const output = join(folder, 'report.json');
	await run(
		'npx',
		[
			'--yes',
			`lighthouse@${VERSION}`,
			server + path,
			'--quiet',
			'--output=json',
			`--output-path=${output}`,
			`--only-categories=${CATEGORIES.join(',')}`,
			`--chrome-flags=--headless=new ${flags.join(' ')}`,
			...extraFlags,
		],
		{ env: { ...process.env, CHROME_PATH: executable } },
	);
	return JSON.parse(await readFile(output, 'utf8'));
}

function score(report, category) {
	return Math.round(report.categories[category].score * 100);
}

function print(name, report) {
	const scores = CATEGORIES.map((category) => String(score(report, category)).padStart(4));
	const time = (audit) => String(Math.round(report.audits[audit].numericValue)).padStart(6);
	const shift = report.audits['cumulative-layout-shift'].numericValue.toFixed(3).padStart(6);
	const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];
	console.log(name.padEnd(26), scores.join(' '), ...times.map(time), shift);
	for (const { id, title, score: value } of failedAudits(report)) {
		console.log(`   ${id}: ${title}${value ? ` (${value})` : ''}`);
	}
}

/** The weighted audits below 1, without those of performance. */
function failedAudits({ audits, categories }) {
	const refs = CATEGORIES.slice(1).flatMap((category) => categories[category].auditRefs);
	return refs
		.filter(({ weight }) => weight > 0)
		.map(({ id }) => audits[id])
		.filter(({ score: value }) => value !== null && value < 1);
}
