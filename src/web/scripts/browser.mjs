// The browser of the measuring scripts: the system's Chromium, or the one that CHROMIUM names.
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

/** Runs `work` with a browser, which is closed afterwards. */
export async function withBrowser(work) {
	const browser = await chromium.launch({ executablePath: executable, args: flags });
	try {
		return await work(browser);
	} finally {
		await browser.close();
	}
}
