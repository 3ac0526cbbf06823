// The main journeys in Firefox, driven by WebDriver BiDi:
//   node scripts/firefox.mjs
// STRETCH_SERVER names the server (default http://localhost:5080), on which a routine must take only seconds
// (--Routines:Pace=1000); FIREFOX names the browser. Prints a line for each journey, and what was wrong.
import { randomUUID } from 'node:crypto';
import { launch } from 'puppeteer-core';

const server = process.env.STRETCH_SERVER ?? 'http://localhost:5080';
const TIMEOUT_MS = 60_000;

/** The cookies and pages of the people of a journey, until its end. */
const visits = [];

const journeys = {
	async 'sign-up'(browser) {
		const page = await visit(browser);
		await signUp(page, 'Fiona');
	},

	async routine(browser) {
		const page = await visit(browser);
		await signUp(page, 'Fiona');
		await doRoutine(page);
	},

	async break(browser) {
		const [host, guest] = [await visit(browser), await visit(browser)];
		await signUp(host, 'Fiona');
		await makeChallenge(host);
		const code = await openRoom(host);
		await open(guest, `/live/${code}`);
		await fill(guest, 'name', 'Gül');
		await press(guest, 'Join');
		await text(host, '2 people');
		await press(host, 'Start now');
		await text(host, 'Your day counts.');
		await heading(guest, 'Well done, together!');
	},

	async board(browser) {
		const page = await visit(browser);
		await signUp(page, 'Fiona');
		const challenge = await makeChallenge(page);
		const board = await page.browserContext().newPage();
		await open(board, `/challenges/${challenge.id}/boards?board=personStreak`);
		await text(board, 'Live');
		const before = await row(board, 'Fiona');
		await open(page, '/today');
		await doRoutine(page);
		await board.bringToFront();
		await board.waitForFunction(
			(old) => document.querySelector('main tbody').innerText !== old,
			{ timeout: TIMEOUT_MS },
			before,
		);
	},

	/** Figures that are being loaded when the page is left fail unnoticed. */
	async reload(browser) {
		const page = await visit(browser);
		const errors = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		await open(page, '/exercises');
		await page.locator('.figure svg').wait();
		let holds = true;
		await page.setRequestInterception(true);
		const isHeld = new Promise((resolve) =>
			page.on('request', (request) =>
				holds && request.url().includes('/chunks/') ? resolve() : request.continue(),
			),
		);
		await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		await isHeld;
		holds = false;
		await page.reload();
		await heading(page, 'Exercises');
		if (errors.length > 0) throw new Error(errors.join('\n'));
	},

	async wall(browser) {
		const [host, wall] = [await visit(browser), await visit(browser)];
		await signUp(host, 'Fiona');
		const challenge = await makeChallenge(host);
		const { token } = await post(host, `/api/challenges/${challenge.id}/walls`, {});
		await open(wall, `/wall/${token}`);
		await heading(wall, 'Team streak');
		await text(wall, await openRoom(host));
		await press(host, 'Start now');
		await text(wall, '1 done today');
	},
};

const browser = await launch({
	browser: 'firefox',
	executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
	headless: true,
	extraPrefsFirefox: { 'intl.accept_languages': 'en-GB' },
});
try {
	for (const [name, journey] of Object.entries(journeys)) {
		const started = performance.now();
		const outcome = await journey(browser).then(() => 'passed', failure);
		console.log(`${name}: ${outcome} (${Math.round(performance.now() - started)} ms)`);
		await Promise.all(visits.splice(0).map((visit) => visit.close()));
	}
} finally {
	await browser.close();
}

/** What went wrong, and what the pages showed. */
async function failure(error) {
	process.exitCode = 1;
	const shown = (await browser.pages()).map(
		async (page) => `${page.url()}\n${await page.evaluate(() => document.body.innerText)}`,
	);
	return `failed\n${error.stack}\n${(await Promise.all(shown)).join('\n')}`;
}

/** A page of somebody who was never here. */
async function visit(browser) {
	const context = await browser.createBrowserContext();
	visits.push(context);
	const page = await context.newPage();
	page.setDefaultTimeout(TIMEOUT_MS);
	return page;
}

function open(page, path) {
	return page.goto(server.replace(/\/$/, '') + path);
}

// Pages behind another one are not drawn, and waiting in them would not end.

/** Clicks on the button with this text or label. */
async function press(page, name) {
	await page.bringToFront();
	return page.locator(`button[aria-label^="${name}"], button ::-p-text(${name})`).click();
}

async function fill(page, name, value) {
	await page.bringToFront();
	return page.locator(`input[name="${name}"]`).fill(value);
}

async function heading(page, name) {
	await page.bringToFront();
	return page.locator(`:is(h1, h2) ::-p-text(${name})`).wait();
}

async function text(page, words) {
	await page.bringToFront();
	return page.locator(`::-p-text(${words})`).wait();
}

async function row(page, name) {
	await text(page, name);
	return page.$eval('main tbody', (rows) => rows.innerText);
}

async function signUp(page, name) {
	await open(page, '/sign-up');
	await fill(page, 'displayName', name);
	await fill(page, 'email', `${randomUUID()}@example.com`);
	await fill(page, 'password', 'calm hamstrings');
	await press(page, 'Create account');
	await heading(page, 'Today');
}

async function doRoutine(page) {
	await press(page, 'Start Week');
	await press(page, 'I have read this, start');
	await text(page, 'Your day counts.');
}

/** A challenge in which everybody is due whatever weekday it is, joined by whoever is signed in. */
async function makeChallenge(page) {
	const challenge = await post(page, '/api/challenges', {
		name: 'Spring stretch',
		startsOn: new Date().toISOString().slice(0, 10),
		timeZone: 'Etc/UTC',
		workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
	});
	await post(page, `/api/challenges/${challenge.id}/teams`, { name: 'Blue' });
	await post(page, '/api/challenges/join', { code: challenge.code, team: 'Blue' });
	return challenge;
}

/** Opens a room from Today; returns its code. */
async function openRoom(page) {
	await open(page, '/today');
	await press(page, 'Start or plan a break');
	await press(page, 'Open the room');
	await text(page, 'Start now');
	return page.url().slice(-6);
}

function post(page, path, body) {
	return page.evaluate(
		async (path, body) => {
			const headers = { 'Content-Type': 'application/json' };
			const options = { method: 'POST', headers, body: JSON.stringify(body) };
			const response = await fetch(path, options);
			if (!response.ok)
				throw new Error(`${path}: ${response.status} ${await response.text()}`);
			return response.json();
		},
		path,
		body,
	);
}
