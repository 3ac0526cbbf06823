/**
 * What the worker does with a request: `page` answers the kept page, `file` a kept file, `catalogue` asks the
 * server and falls back on what is kept, and `leave` is none of the worker's business.
 */
export type CacheStrategy = 'page' | 'file' | 'catalogue' | 'leave';

/** The part of a request that decides. */
export interface Asked {
	method: string;
	/** `navigate` for whatever is opened as a page. */
	mode: string;
	url: URL;
}

/** The server's own addresses, as it tells them from pages. What lies below /live/ are pages again. */
const SERVER_PATHS =
	/^\/(api|openapi|healthz|calendar|admin\/orleans)(\/|$)|^\/live(\/negotiate)?$/;
const HASHED = '/_app/immutable/';
const CATALOGUE = /^\/api\/(programme|(exercises|routines)(\/[^/]+)?)$/;

/** Which way a request goes, at an origin whose static files are these. */
export function cacheStrategyFor(
	{ method, mode, url }: Asked,
	origin: string,
	files: ReadonlySet<string>,
): CacheStrategy {
	if (method !== 'GET' || url.origin !== origin) return 'leave';
	// A filtered list is one of any number: the full one is enough, and is filtered where it is shown.
	if (CATALOGUE.test(url.pathname)) return url.search === '' ? 'catalogue' : 'leave';
	if (SERVER_PATHS.test(url.pathname)) return 'leave';
	if (mode === 'navigate') return hasExtension(url.pathname) ? 'leave' : 'page';
	return files.has(url.pathname) || isHashed(url.pathname) ? 'file' : 'leave';
}

/** Whether a file's name changes with its content, so that any kept copy is the right one. */
export const isHashed = (path: string) => path.startsWith(HASHED);

/** Addresses that open what they show: no other site and no log may learn of them. */
export const isSecret = (path: string) => path.startsWith('/wall/');

const hasExtension = (path: string) => /\.[^/]+$/.test(path);
