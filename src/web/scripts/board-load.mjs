// Measures a board of 100 rows that all change places four times a second, for ten seconds:
//   npm run board-load       against a running server with its demo
// STRETCH_SERVER names the server (default http://localhost:5080), CHROMIUM the browser.
// The script intercepts the hub's WebSocket and sends the page a board of 100 people and its changes. It prints the
// browser's long tasks (more than 50 ms) and exits with 1 if there is one after the first snapshot was drawn.
import { withBrowser } from './browser.mjs';
import { Crowd } from './crowd.mjs';
import { enterDemo, server } from './demoGuest.mjs';

const ROWS = 100;
const PER_SECOND = 4;
const SECONDS = 10;

const { longTasks, changes } = await withBrowser(async (browser) => {
	const context = await browser.newContext({ baseURL: server });
	const challenge = await enterDemo(context);
	const page = await context.newPage();
	await page.addInitScript(() => {
		window.longTasks = [];
		new PerformanceObserver((list) => {
			window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
		}).observe({ type: 'longtask' });
	});
	const crowd = new Crowd(challenge.id, ROWS);
	await page.routeWebSocket(/\/live/, (socket) => crowd.standBetween(socket));
	await page.goto(`/challenges/${challenge.id}/boards?board=personStreak`);
	await page.getByRole('row').nth(ROWS).waitFor();
	await page.evaluate(() => {
		window.longTasks.length = 0;
	});
	for (let change = 0; change < PER_SECOND * SECONDS; change++) {
		crowd.move();
		await new Promise((done) => setTimeout(done, 1000 / PER_SECOND));
	}
	const first = await page.getByRole('row').nth(1).innerText();
	if (!first.includes(crowd.leader)) throw new Error(`The board did not follow: ${first}`);
	return {
		longTasks: await page.evaluate(() => window.longTasks),
		changes: PER_SECOND * SECONDS,
	};
});

console.log(`${ROWS} rows, ${changes} changes of all of them in ${SECONDS} s`);
console.log(`tasks over 50 ms: ${longTasks.length}`);
if (longTasks.length > 0) {
	console.log(`the longest: ${Math.round(Math.max(...longTasks))} ms`);
	process.exitCode = 1;
}
