import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '$lib/api/problem';
import { report, reportOf } from './errorReport';

vi.mock('$app/state', () => ({ page: { route: { id: '/(app)/today' } } }));

const CHROME =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36';

function failure(message: string, ...frames: string[]): Error {
	const error = new TypeError(message);
	error.stack = [`TypeError: ${message}`, ...frames.map((frame) => `    at f (${frame})`)].join(
		'\n',
	);
	return error;
}

const own = 'https://stretch.example.com/_app/immutable/nodes/12.D2k_9aZ1.js:1:2345';

describe('reportOf', () => {
	it('has the own frames, the route and the browser', () => {
		const error = failure('x is undefined', own, 'https://stretch.example.com/join/K7WQ2M:1:1');
		expect(reportOf(error, '/(public)/join/[code]', CHROME)).toEqual({
			message: 'TypeError: x is undefined',
			stack: ['_app/immutable/nodes/12.D2k_9aZ1.js:1:2345'],
			route: '/(public)/join/[code]',
			browser: 'Chrome 144',
		});
	});

	it("reads Safari's and Firefox's stacks", () => {
		const error = new Error('x');
		error.stack = `f@${own}\nglobal code@${own}`;
		expect(reportOf(error, null, '')?.stack).toHaveLength(2);
	});

	it.each([
		['Edge 144', `${CHROME} Edg/144.0.0.0`],
		['Firefox 140', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
		[
			'Safari 26',
			'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
		],
		[null, 'curl'],
	])('knows %s', (browser, userAgent) => {
		expect(reportOf(failure('x', own), null, userAgent)?.browser).toBe(browser);
	});

	it.each([
		['a refusal or a network that failed', () => ApiProblem.unreachable()],
		['a fetch that failed', () => failure('Failed to fetch', own)],
		['a fetch that failed in Safari', () => failure('Load failed', own)],
		['a call that was ended', () => new DOMException('', 'AbortError')],
		['a lost chunk', () => failure('Failed to fetch dynamically imported module: /x.js', own)],
		['a foreign script', () => 'Script error.'],
		['an extension', () => failure('x is undefined', 'chrome-extension://abc/content.js:1:1')],
	])('leaves %s out', (_, error) => {
		expect(reportOf(error(), null, CHROME)).toBeUndefined();
	});
});

describe('report', () => {
	afterEach(() => vi.unstubAllGlobals());

	it('sends each error once a page load, at most five, and survives that it fails', async () => {
		const sent = vi.fn();
		vi.stubGlobal('navigator', { userAgent: CHROME });
		vi.stubGlobal('fetch', async (request: Request) => {
			// eslint-disable-next-line compat/compat -- without it, a report may be lost with its page
			sent(request.url, request.keepalive, await request.json());
			throw new TypeError('Failed to fetch');
		});
		report(failure('first', own));
		report(failure('first', own));
		for (let i = 0; i < 10; i++) report(failure(`number ${i}`, own));
		await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(5));
		expect(sent.mock.calls[0]).toEqual([
			'http://localhost/api/client-errors',
			true,
			expect.objectContaining({ message: 'TypeError: first', route: '/(app)/today' }),
		]);
	});
});
