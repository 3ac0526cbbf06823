import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { busy } from '$lib/shell/busy.svelte';
import { MARK } from './mark';
import { fetchToday } from './day';
import { changeSafety } from './safety';
import { asksForSignIn, pastWorker, signInProxy, withoutPastWorker } from './signInProxy.svelte';

const HOUR = 60 * 60_000;
const html = { 'Content-Type': 'text/html; charset=utf-8' };
const page = 'https://stretch.example.com/challenges/1?board=teamStreak#top';

/** A redirect as a fetch that does not follow it sees it. */
const redirect = { type: 'opaqueredirect', status: 0, headers: new Headers() } as Response;

describe('asksForSignIn', () => {
	it.each([
		['a redirect', redirect],
		['401 with a page', new Response('', { status: 401, headers: html })],
		['403 with a page', new Response('', { status: 403, headers: html })],
		['a network of guests', new Response('', { status: 511, headers: html })],
		['200 with a page', new Response('', { headers: html })],
	])('takes %s for a sign-in', (_, response) => expect(asksForSignIn(response)).toBe(true));

	it.each([404, 413, 500, 502, 503, 504])('takes %i of a proxy for a fault', (status) =>
		expect(asksForSignIn(new Response('', { status, headers: html }))).toBe(false),
	);
});

describe('the address past the worker', () => {
	it('is taken off again', () => {
		expect(pastWorker(page)).toContain('past-worker');
		expect(withoutPastWorker(pastWorker(page))).toBe(page);
		expect(withoutPastWorker(`${page}#%20`)).toBe(`${page}#%20`);
	});
});

describe('a sign-in proxy', () => {
	const replace = vi.fn();
	let session: Map<string, string>;

	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['Date'] });
		session = new Map();
		vi.stubGlobal('location', { href: page, replace });
		vi.stubGlobal('document', { visibilityState: 'visible' });
		vi.stubGlobal('sessionStorage', {
			getItem: (key: string) => session.get(key) ?? null,
			setItem: (key: string, value: string) => session.set(key, value),
		});
		vi.stubGlobal('fetch', async () => redirect);
	});

	afterEach(() => {
		replace.mockReset();
		busy.now = false;
		signInProxy.pageLeft();
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	const load = () => fetchToday().catch(() => undefined);

	it('gets one real navigation', async () => {
		await load();
		await load();
		expect(replace.mock.calls).toEqual([[pastWorker(page)]]);
		expect(signInProxy.asks).toBe(true);
	});

	it('gets another when its session has ended again', async () => {
		await load();
		vi.setSystemTime(Date.now() + HOUR);
		await load();
		expect(replace).toHaveBeenCalledTimes(2);
	});

	it.each([
		['during a routine', () => (busy.now = true)],
		['in a hidden tab', () => vi.stubGlobal('document', { visibilityState: 'hidden' })],
		[
			'without a memory of the last time',
			() =>
				vi.stubGlobal('sessionStorage', {
					getItem() {
						throw new DOMException('', 'SecurityError');
					},
				}),
		],
	])('gets none %s, only the notice', async (_, given) => {
		given();
		await load();
		expect(replace).not.toHaveBeenCalled();
		expect(signInProxy.asks).toBe(true);
	});

	it('gets none for a form, whose input would be lost', async () => {
		await changeSafety({}).catch(() => undefined);
		expect(replace).not.toHaveBeenCalled();
		expect(signInProxy.asks).toBe(true);
	});

	it('is over with the first answer of the server', async () => {
		await load();
		vi.stubGlobal('fetch', async () => Response.json({}, { headers: { [MARK]: '1' } }));
		await load();
		expect(signInProxy.asks).toBe(false);
	});
});
