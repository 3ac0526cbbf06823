import createClient, { type Middleware } from 'openapi-fetch';
import { getLocale } from '$lib/paraglide/runtime';
import { confirming } from './confirming.svelte';
import { idempotency } from './idempotency';
import { isOurs } from './mark';
import { ApiProblem } from './problem';
import type { paths } from './schema.generated';
import { readClock } from './serverClock';
import { signInProxy } from './signInProxy.svelte';

/** How long the server may take for a whole answer, in milliseconds. */
const TIMEOUT_MS = 15_000;

/** What is asked for the whole client, not for the page shown. */
const SHARED = /^\/api\/(account|site|exercises|routines|programme)(\/|$)/;

/** The running GETs of the page shown. */
const ofPage = new Set<AbortController>();

/** Ends the GETs of a page that is left. Changes go on: whether they were carried out would be unknown. */
export function leavePage(): void {
	for (const running of ofPage) running.abort();
	ofPage.clear();
	signInProxy.pageLeft();
}

/** The server's whole answer; where the person has to confirm who they are, that after they did. */
async function answerTo(request: Request): Promise<Response> {
	const repeat = request.method === 'GET' ? undefined : request.clone();
	const response = await send(request);
	return repeat && (await confirming.settle(response)) ? send(repeat) : response;
}

async function send(request: Request): Promise<Response> {
	const { method, url } = request;
	const running = new AbortController();
	if (method === 'GET' && !SHARED.test(new URL(url).pathname)) ofPage.add(running);
	const timer = setTimeout(() => running.abort(), TIMEOUT_MS);
	try {
		return await whole(request, await fetch(request, { signal: running.signal }));
	} finally {
		clearTimeout(timer);
		ofPage.delete(running);
	}
}

/** An answer that is not the server's, or did not arrive whole, is like none: whether the call was carried out is unknown. */
async function whole(request: Request, response: Response): Promise<Response> {
	if (!isOurs(response)) {
		signInProxy.meet(request, response);
		throw ApiProblem.unreachable();
	}
	signInProxy.asks = false;
	readClock(response);
	if (response.status === 204) return response;
	const body = await response.text();
	if (response.ok && !isValue(body)) throw ApiProblem.unreachable();
	return new Response(body, response);
}

const localisation: Middleware = {
	onRequest: ({ request }) => request.headers.set('Accept-Language', getLocale()),
};

/** Whether a text is JSON other than `null`, which nothing in the API answers. */
function isValue(text: string): boolean {
	try {
		return JSON.parse(text) !== null;
	} catch {
		return false;
	}
}

const failures: Middleware = {
	onError: () => ApiProblem.unreachable(),
	async onResponse({ response }) {
		if (!response.ok) throw await ApiProblem.fromResponse(response);
	},
};

/** The API, typed by its paths. Every failure is an {@link ApiProblem}. */
export const api = createClient<paths>({
	// Tests run without a page.
	baseUrl: globalThis.location?.origin ?? 'http://localhost',
	headers: { Accept: 'application/json' },
	// The API redirects nowhere; a sign-in proxy in front of it does.
	redirect: 'manual',
	fetch: answerTo,
});

// Answers pass from the last to the first.
api.use(failures, idempotency, localisation);

/** The value that a call was answered; undefined for 204. */
export const answerOf = async <T>(call: Promise<{ data?: T }>): Promise<T> =>
	(await call).data as T;
