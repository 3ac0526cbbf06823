// Holds the client to its budget, on a running server with its demo:
//   npm run budget              what each route loads, and how quick the main ones are on a slow phone
//   npm run budget -- --gates   only what each route loads
// STRETCH_SERVER names the server (default http://localhost:5080), CHROMIUM the browser. Times say something of a
// published server alone (dotnet publish -c Release): only there the files are compressed.
// Script, requests and trips are those until a page is usable; what is loaded afterwards (lazy components, words for
// problems, figures) counts on live routes alone, as script.
// Exits with 1 where a route loads more than its limit or its layout shifts. Times depend on the machine: they are
// medians, printed beside their goals.
import { withBrowser } from './browser.mjs';
import { call, enterDemo, server } from './demoGuest.mjs';
import { neededOf, roundTrips, sizeOf, visit, visitSlowly } from './visit.mjs';

const KILOBYTE = 1024;
const LIMITS = { script: 75 * KILOBYTE, style: 60 * KILOBYTE, requests: 25, trips: 2, shift: 0.05 };
const LIVE_LIMITS = { ...LIMITS, script: 100 * KILOBYTE };
const GOALS = { inp: 200 };
const VISITS = 5;
/** Its words are longer than the English ones, so that they shift more. */
const locale = 'de-DE';

const isGatesOnly = process.argv.includes('--gates');

const over = await withBrowser(async (browser) => {
	const guest = await browser.newContext({ baseURL: server });
	const routes = await routesOf(guest);
	const storageState = await guest.storageState();
	const stateOf = (route) => ({ ...route, storageState: route.open ? undefined : storageState });
	const found = await printLoads(browser, routes.map(stateOf));
	if (!isGatesOnly) {
		await printTimes(browser, routes.filter(({ lcp }) => lcp !== undefined).map(stateOf));
	}
	return found;
});

if (over.length > 0) {
	console.error(`\nOver the limit:\n${over.join('\n')}`);
	process.exitCode = 1;
}

/** Every route of the client, at an address that exists; the main ones have a goal for their LCP, in milliseconds. */
async function routesOf(guest) {
	const challenge = await enterDemo(guest);
	const { routine } = await call(guest, 'get', '/api/today');
	const { code } = await call(guest, 'post', '/api/sessions', {
		challengeId: challenge.id,
		routineId: routine.desk,
	});
	const [team] = challenge.teams;
	const boards = `/challenges/${challenge.id}/boards`;
	return [
		{ name: '/', path: '/', open: true, lcp: 1800, press: 'h1' },
		{ name: '/join', path: '/join', open: true },
		{ name: '/join/:code', path: `/join/${challenge.code}`, open: true },
		{ name: '/sign-in', path: '/sign-in', open: true },
		{ name: '/sign-up', path: '/sign-up', open: true },
		{ name: '/help', path: '/help', open: true },
		{ name: '/exercises', path: '/exercises', open: true },
		{ name: '/exercises/:id', path: '/exercises/plank', open: true },
		{ name: '/today', path: '/today', lcp: 2200, press: 'main button' },
		{ name: '/play/:run', path: '/play/unknown' },
		{ name: '/progress', path: '/progress' },
		{ name: '/progress/self-tests', path: '/progress/self-tests' },
		{ name: '/challenges', path: '/challenges' },
		{ name: '/challenges/new', path: '/challenges/new' },
		{ name: '/challenges/:id', path: `/challenges/${challenge.id}` },
		{ name: '/me', path: '/me' },
		{ name: '/teams/:id', path: `/teams/${team.id}`, live: true },
		{ name: '/challenges/:id/boards', path: boards, live: true, lcp: 2200, press: 'main a' },
		{ name: '/live/:code', path: `/live/${code}`, live: true, lcp: 2200, press: 'main button' },
		{ name: '/live/:code, signed out', path: `/live/${code}`, live: true, open: true },
		{ name: '/wall/:token', path: '/wall/unknown', live: true, open: true },
	];
}

/** Visits each route once and prints what it loads; returns what is over a limit. */
async function printLoads(browser, routes) {
	const found = [];
	print('route', 'script', 'limit', 'style', 'requests', 'trips', 'CLS');
	for (const route of routes) {
		const { requests, vitals } = await visit(browser, { ...route, locale });
		const kind = (pattern) => requests.filter(({ url }) => pattern.test(new URL(url).pathname));
		const scripts = kind(/\.js$/);
		const needed = neededOf(scripts);
		const others = requests.filter((request) => request.isEarly && !scripts.includes(request));
		const loads = {
			// A live view needs the hub's client too, which is loaded beside its page.
			script: sizeOf(route.live ? scripts : needed),
			style: sizeOf(kind(/\.(css|woff2?)$/)),
			requests: needed.length + others.length,
			trips: roundTrips(requests[0], needed),
			shift: vitals.CLS,
		};
		const limits = route.live ? LIVE_LIMITS : LIMITS;
		print(
			route.name,
			...[loads.script, limits.script, loads.style, loads.requests, loads.trips],
			loads.shift.toFixed(3),
		);
		for (const [name, limit] of Object.entries(limits)) {
			if (loads[name] > limit) found.push(`${route.name}: ${name} ${loads[name]} > ${limit}`);
		}
	}
	return found;
}

/** Visits the main routes several times as on a slow phone and prints the medians. */
async function printTimes(browser, routes) {
	console.log('\nOn slow 4G with a CPU four times slower, medians of', VISITS);
	print('route', 'LCP', 'goal', 'INP', 'goal', 'CLS');
	for (const route of routes) {
		const all = [];
		for (let count = 0; count < VISITS; count++) {
			all.push(await visitSlowly(browser, { ...route, locale }));
		}
		const median = (name) =>
			all.map((vitals) => vitals[name]).sort((a, b) => a - b)[VISITS >> 1];
		const [lcp, inp] = ['LCP', 'INP'].map((name) => Math.round(median(name)));
		print(route.name, lcp, route.lcp, inp, GOALS.inp, median('CLS').toFixed(3));
	}
}

function print(name, ...cells) {
	console.log(name.padEnd(25), ...cells.map((cell) => String(cell).padStart(8)));
}
