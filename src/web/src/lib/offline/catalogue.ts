import { isOurs } from '../api/mark';
import { catalogueName } from './cacheNames';
import { freshOrKept } from './freshOrKept';

const LISTS = ['/api/exercises', '/api/routines'];
const PROGRAMME = '/api/programme';

/** How long to wait for the server if there is a cached answer, in milliseconds. */
const TIMEOUT_MS = 3000;

/** The cache of the catalogue, which is the same for everybody and has no personal data. */
export const catalogue = {
	/** Network first, so that the catalogue is current; falls back to the cached answer. */
	async answer(request: Request, wait: (work: Promise<unknown>) => void): Promise<Response> {
		const path = new URL(request.url).pathname;
		const fresh = fetch(request);
		const cache = open(request.headers.get('Accept-Language'));
		// An answer that comes after the timeout is still cached.
		wait(
			fresh
				.then(async (response) => {
					// Copied at once, because the page reads the answer meanwhile.
					const copy = isWorthKeeping(response) ? response.clone() : undefined;
					if (copy) await (await cache).put(path, copy);
				})
				.catch(() => undefined),
		);
		const kept = await cache.then((opened) => find(opened, path)).catch(() => undefined);
		return freshOrKept(fresh, kept, TIMEOUT_MS);
	},

	/**
	 * Caches the whole catalogue for use without a network. All its answers share one ETag, so those that have the current
	 * one are not fetched again.
	 */
	async keep(language: string): Promise<void> {
		const cache = await open(language);
		const headers = { Accept: 'application/json', 'Accept-Language': language };
		const lists = await Promise.all(LISTS.map((list) => fetchList(list, headers)));
		const tag = lists[0]?.tag ?? null;
		const parts = lists.flatMap(({ path, ids }) => [path, ...ids.map((id) => `${path}/${id}`)]);
		for (const path of [PROGRAMME, ...parts]) {
			if (tag !== null && (await find(cache, path))?.headers.get('ETag') === tag) continue;
			const response = await fetch(path, { headers });
			if (isWorthKeeping(response)) await cache.put(path, response);
		}
	},
};

const open = (language: string | null) => caches.open(catalogueName(language));

// There is one cache per language, so Vary can be ignored.
const find = (cache: Cache, path: string) => cache.match(path, { ignoreVary: true });

const isWorthKeeping = (response: Response) => response.ok && isOurs(response);

async function fetchList(path: string, headers: Record<string, string>) {
	const response = await fetch(path, { headers });
	if (!isWorthKeeping(response)) throw new Error(`${path}: ${response.status}`);
	const entries = (await response.json()) as { id: string }[];
	const ids = entries.map(({ id }) => encodeURIComponent(id));
	return { path, ids, tag: response.headers.get('ETag') };
}
