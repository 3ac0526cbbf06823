// The browser of the measures: Chromium of the system, or what CHROMIUM names.
import { chromium } from 'playwright-core';

export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const flags = [
	'--no-sandbox',
	'--disable-dev-shm-usage',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts a browser that closes with the work it is for. */
export async function withBrowser(work) {
	const browser = await chromium.launch({ executablePath: executable, args: flags });
	try {
		return await work(browser);
	} finally {
		await browser.close();
	}
}
