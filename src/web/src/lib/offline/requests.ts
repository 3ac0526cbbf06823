/**
 * How the service worker handles a request: `page` returns the cached page and `file` a cached file, `catalogue` is
 * network first with the cache as fallback, and `leave` is not handled.
 */
export type CacheStrategy = 'page' | 'file' | 'catalogue' | 'leave';

/** The properties of a request that decide the strategy. */
export interface Asked {
	method: string;
	/** `navigate` if the browser opens the address as a page. */
	mode: string;
	url: URL;
}

/** The paths of the server that are not pages; the same as in the server's fallback. /live/:code is a page. */
const SERVER_PATHS =
	/^\/(api|openapi|healthz|calendar|admin\/orleans)(\/|$)|^\/live(\/negotiate)?$/;
/** In the query of a page that is to come from the network, where a proxy asks for a sign-in. */
export const PAST_WORKER = 'past-worker';

const HASHED = '/_app/immutable/';
const CATALOGUE = /^\/api\/(programme|(exercises|routines)(\/[^/]+)?)$/;

/** The strategy for a request; `files` are the paths of the build's files. */
export function cacheStrategyFor(
	{ method, mode, url }: Asked,
	origin: string,
	files: ReadonlySet<string>,
): CacheStrategy {
	if (method !== 'GET' || url.origin !== origin) return 'leave';
	// Filtered lists are not cached: offline, the page filters the full list (filterHere.ts).
	if (CATALOGUE.test(url.pathname)) return url.search === '' ? 'catalogue' : 'leave';
	if (SERVER_PATHS.test(url.pathname)) return 'leave';
	if (url.searchParams.has(PAST_WORKER)) return 'leave';
	if (mode === 'navigate') return hasExtension(url.pathname) ? 'leave' : 'page';
	return files.has(url.pathname) || isHashed(url.pathname) ? 'file' : 'leave';
}

/** Whether a file's name changes with its content, so that any cached copy is valid. */
export const isHashed = (path: string) => path.startsWith(HASHED);

/** Whether the address contains a secret, which must not be sent as a referrer. */
export const isSecret = (path: string) => /^\/(wall|reset)\//.test(path);

const hasExtension = (path: string) => /\.[^/]+$/.test(path);
