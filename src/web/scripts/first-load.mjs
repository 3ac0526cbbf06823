// Measures the JavaScript that a first visit to each route loads, in brotli bytes:
//   npm run first-load       against a running server with its demo
// STRETCH_SERVER names the server (default http://localhost:5080), CHROMIUM the browser.
// Each route is visited once in English and once in German.
// "page" counts what the page needs to be shown: the route's files and their static imports. "all" also
// counts what is loaded afterwards: lazy components, figures, the hub's client on live routes.
// Exits with 1 if "page" is above the limit; on live routes, if "all" is.
import { brotliCompressSync, constants } from 'node:zlib';
import { withBrowser } from './browser.mjs';
import { call, enterDemo, server } from './demoGuest.mjs';

const KILOBYTE = 1024;
const LIMIT = 75 * KILOBYTE;
const LIVE_LIMIT = 100 * KILOBYTE;
const LANGUAGES = ['en-GB', 'de-DE'];

/** Components that are loaded later. */
const LATER = /\/chunks\//;
const IMPORTED = /\b(?:from|import)\s*["'`]([^"'`]+)["'`]/g;
const over = await withBrowser(async (browser) => {
	const visitor = await browser.newContext({ baseURL: server });
	const routes = await routesOf(visitor);
	const state = await visitor.storageState();
	const overLimit = [];
	console.log(
		row(
			'',
			LANGUAGES.flatMap((locale) => [locale, '']),
			'',
		),
	);
	console.log(
		row(
			'route',
			LANGUAGES.flatMap(() => ['page', 'all']),
			'limit',
		),
	);
	for (const { name, path, live = false, open = false } of routes) {
		const limit = live ? LIVE_LIMIT : LIMIT;
		const measured = [];
		for (const locale of LANGUAGES) {
			const { page, all } = await measure(browser, path, locale, open ? undefined : state);
			measured.push(page, all);
			if ((live ? all : page) > limit) overLimit.push(`${name} in ${locale}`);
		}
		console.log(row(name, measured, limit));
	}
	return overLimit;
});

if (over.length > 0) {
	console.error(`Too much is loaded by ${over.join(', ')}.`);
	process.exitCode = 1;
}

/** Every route of the client, at an address that exists. */
async function routesOf(visitor) {
	const challenge = await enterDemo(visitor);
	const { routine } = await call(visitor, 'get', '/api/today');
	const { code } = await call(visitor, 'post', '/api/sessions', {
		challengeId: challenge.id,
		routineId: routine.desk,
	});
	const [team] = challenge.teams;
	const boards = `/challenges/${challenge.id}/boards`;
	return [
		{ name: '/', path: '/', open: true },
		{ name: '/join', path: '/join', open: true },
		{ name: '/join/:code', path: `/join/${challenge.code}`, open: true },
		{ name: '/sign-in', path: '/sign-in', open: true },
		{ name: '/sign-up', path: '/sign-up', open: true },
		{ name: '/help', path: '/help', open: true },
		{ name: '/exercises', path: '/exercises', open: true },
		{ name: '/exercises/:id', path: '/exercises/plank', open: true },
		{ name: '/today', path: '/today' },
		{ name: '/play/:run', path: '/play/unknown' },
		{ name: '/progress', path: '/progress' },
		{ name: '/progress/self-tests', path: '/progress/self-tests' },
		{ name: '/challenges', path: '/challenges' },
		{ name: '/challenges/new', path: '/challenges/new' },
		{ name: '/challenges/:id', path: `/challenges/${challenge.id}` },
		{ name: '/me', path: '/me' },
		{ name: '/teams/:id', path: `/teams/${team.id}`, live: true },
		{ name: '/challenges/:id/boards', path: boards, live: true },
		{ name: '/live/:code', path: `/live/${code}`, live: true },
		{ name: '/live/:code, signed out', path: `/live/${code}`, live: true, open: true },
		{ name: '/wall/:token', path: '/wall/unknown', live: true, open: true },
	];
}

/** Visits a page with an empty cache; returns the size of the scripts it loads, in brotli bytes. */
async function measure(browser, path, locale, storageState) {
	// The service worker would fetch the rest of the client during the visit.
	const visit = await browser.newContext({
		baseURL: server,
		storageState,
		locale,
		serviceWorkers: 'block',
	});
	try {
		const page = await visit.newPage();
		const requested = new Map();
		page.on('response', (response) => {
			// A response whose body arrives after the visit counts as empty.
			const text = response.text().catch(() => '');
			if (isScript(response.url())) requested.set(response.url(), text);
		});
		await page.goto(path);
		await page.locator('h1').first().waitFor({ state: 'attached' });
		await page.waitForLoadState('networkidle');
		const scripts = new Map();
		for (const [url, text] of requested) scripts.set(url, await text);
		return {
			page: await compressed(neededFor(scripts)),
			all: await compressed(scripts.values()),
		};
	} finally {
		await visit.close();
	}
}

/** The scripts of the document and its route with their static imports. */
function neededFor(scripts) {
	const needed = new Set([...scripts.keys()].filter((url) => !LATER.test(url)));
	for (const url of needed) {
		for (const [, imported] of scripts.get(url).matchAll(IMPORTED)) {
			const { href } = new URL(imported, url);
			if (scripts.has(href)) needed.add(href);
		}
	}
	return [...needed].map((url) => scripts.get(url));
}

/** The size as a published server sends them: brotli at its best quality. */
async function compressed(bodies) {
	const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
	const sizes = [...bodies].map(async (body) => brotliCompressSync(await body, quality).length);
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function isScript(url) {
	return new URL(url).pathname.endsWith('.js');
}

function row(name, numbers, limit) {
	return [
		name.padEnd(25),
		...[...numbers, limit].map((number) => String(number).padStart(6)),
	].join(' ');
}
