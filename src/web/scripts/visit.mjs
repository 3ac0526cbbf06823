// One visit to a page with an empty cache: what it loads, and how it feels.
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { server } from './demoGuest.mjs';

// Lighthouse's phone on a slow 4G network.
const SLOW_4G = {
	offline: false,
	latency: 150,
	downloadThroughput: (1.6 * 1024 * 1024) / 8,
	uploadThroughput: (750 * 1024) / 8,
};
const CPU_SLOWDOWN = 4;

const webVitals = await readFile('node_modules/web-vitals/dist/web-vitals.iife.js', 'utf8');
const record = `
	${webVitals};
	window.vitals = { CLS: 0 };
	const note = ({ name, value }) => (window.vitals[name] = value);
	webVitals.onLCP(note, { reportAllChanges: true });
	webVitals.onCLS(note, { reportAllChanges: true });
	webVitals.onINP(note, { reportAllChanges: true, durationThreshold: 16 });
	new MutationObserver((_, observer) => {
		if (!document.querySelector('h1')) return;
		window.usableAt = performance.now();
		observer.disconnect();
	}).observe(document, { childList: true, subtree: true });`;

/**
 * Visits a page; returns its requests with their bodies, and its web vitals (in milliseconds; CLS has no unit). A page is usable
 * when its heading is there; requests sent until then are `early`.
 */
export const visit = (browser, route) =>
	inNewContext(browser, route, async (page) => {
		const requests = [];
		page.on('response', (response) => {
			// A response whose body arrives after the visit counts as empty.
			const body = response.body().catch(() => '');
			requests.push({ url: response.url(), body });
		});
		await open(page, route.path);
		const { vitals, early } = await page.evaluate(() => ({
			vitals: window.vitals,
			early: [
				...performance.getEntriesByType('navigation'),
				...performance.getEntriesByType('resource'),
			]
				.filter(({ startTime }) => startTime < window.usableAt)
				.map(({ name }) => name),
		}));
		return {
			vitals,
			requests: await Promise.all(
				requests.map(async ({ url, body }) => ({
					url,
					body: await body,
					isEarly: early.includes(url),
				})),
			),
		};
	});

/** Visits a page as on a slow phone and clicks on its `press`; returns the web vitals. */
export const visitSlowly = (browser, route) =>
	inNewContext(browser, route, async (page) => {
		const devTools = await page.context().newCDPSession(page);
		await devTools.send('Network.emulateNetworkConditions', SLOW_4G);
		await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
		await open(page, route.path);
		await page.locator(route.press).first().click();
		await page.waitForFunction(() => window.vitals.INP !== undefined);
		return page.evaluate(() => window.vitals);
	});

async function inNewContext(browser, { locale, storageState }, work) {
	// The service worker would fetch the rest of the client during the visit.
	const context = await browser.newContext({
		baseURL: server,
		storageState,
		locale,
		serviceWorkers: 'block',
	});
	try {
		const page = await context.newPage();
		await page.addInitScript(record);
		return await work(page);
	} finally {
		await context.close();
	}
}

async function open(page, path) {
	await page.goto(path);
	await page.locator('h1').first().waitFor({ state: 'attached' });
	await page.waitForLoadState('networkidle');
}

const LATER = /\/chunks\//;
const IMPORTED = /\b(?:from|import)\s*["'`]([^"'`]+)["'`]/g;

/** The scripts of the document and its route, with their static imports. */
export function neededOf(scripts) {
	const needed = new Set(scripts.filter(({ url }) => !LATER.test(url)));
	for (const { url, body } of needed) {
		for (const [, path] of body.toString().matchAll(IMPORTED)) {
			const { href } = new URL(path, url);
			const imported = scripts.find((script) => script.url === href);
			if (imported) needed.add(imported);
		}
	}
	return [...needed];
}

/** Sizes as a published server sends them: brotli at its best quality. */
export function sizeOf(requests) {
	const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
	return requests.reduce((sum, { body }) => sum + brotliCompressSync(body, { params }).length, 0);
}

/**
 * The round trips until the last script is there: those that the document names take one, those that these scripts name
 * take another, and so on.
 */
export function roundTrips(document, scripts) {
	const names = ({ url }) => url.slice(url.lastIndexOf('/') + 1);
	let waiting = scripts;
	let known = document.body.toString();
	let trips = 0;
	while (waiting.length > 0) {
		const named = waiting.filter((script) => known.includes(names(script)));
		const next = named.length > 0 ? named : waiting;
		waiting = waiting.filter((script) => !next.includes(script));
		known = next.map(({ body }) => body.toString()).join('\n');
		trips++;
	}
	return trips;
}
