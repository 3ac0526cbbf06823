import createClient, { type Middleware } from 'openapi-fetch';
import { getLocale } from '$lib/paraglide/runtime';
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

function limit({ method, url }: Request): AbortSignal {
	const controller = new AbortController();
	if (method === 'GET' && !SHARED.test(new URL(url).pathname)) ofPage.add(controller);
	setTimeout(() => {
		controller.abort();
		ofPage.delete(controller);
	}, TIMEOUT_MS);
	return controller.signal;
}

const localisation: Middleware = {
	onRequest: ({ request }) => request.headers.set('Accept-Language', getLocale()),
};

/** An answer that is not the server's, or did not arrive whole, is like none: whether the call was carried out is unknown. */
const arrival: Middleware = {
	async onResponse({ request, response }) {
		if (!isOurs(response)) {
			signInProxy.meet(request, response);
			throw ApiProblem.unreachable();
		}
		signInProxy.asks = false;
		readClock(response);
		if (response.status === 204) return undefined;
		const body = await response.text().catch(() => undefined);
		if (body === undefined || (response.ok && !isValue(body))) throw ApiProblem.unreachable();
		return new Response(body, response);
	},
	onError: () => ApiProblem.unreachable(),
};

/** Whether a text is JSON other than `null`, which nothing in the API answers. */
function isValue(text: string): boolean {
	try {
		return JSON.parse(text) !== null;
	} catch {
		return false;
	}
}

const refusals: Middleware = {
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
	fetch: (request) => fetch(request, { signal: limit(request) }),
});

// Answers pass from the last to the first.
api.use(refusals, idempotency, arrival, localisation);

/** The value that a call was answered; undefined for 204. */
export const answerOf = async <T>(call: Promise<{ data?: T }>): Promise<T> =>
	(await call).data as T;
