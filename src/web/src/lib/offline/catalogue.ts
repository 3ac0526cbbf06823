import { catalogueName } from './cacheNames';
import { freshOrKept } from './freshOrKept';

const LISTS = ['/api/exercises', '/api/routines'];
const PROGRAMME = '/api/programme';

/** How long the server may take where a kept answer could be shown instead, in milliseconds. */
const TIMEOUT_MS = 3000;

/** The catalogue as this device keeps it: the same for everybody, and nobody's own. */
export const catalogue = {
	/** The server has the first word, so that nobody reads yesterday's exercise; without it the kept answer does. */
	async answer(request: Request, wait: (work: Promise<unknown>) => void): Promise<Response> {
		const cache = await open(request.headers.get('Accept-Language'));
		const path = new URL(request.url).pathname;
		const fresh = fetch(request).then(async (response) => {
			if (response.ok) await cache.put(path, response.clone());
			return response;
		});
		// A late answer is kept for the next time.
		wait(fresh.catch(() => undefined));
		return freshOrKept(fresh, await find(cache, path), TIMEOUT_MS);
	},

	/**
	 * Keeps the whole catalogue, so that what was never opened can be read without a network too. All its answers
	 * share one tag: those that bear it already are not fetched again.
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
			if (response.ok) await cache.put(path, response);
		}
	},
};

const open = (language: string | null) => caches.open(catalogueName(language));

// The name of the cache holds the language; what else an answer varies by does not matter here.
const find = (cache: Cache, path: string) => cache.match(path, { ignoreVary: true });

async function fetchList(path: string, headers: Record<string, string>) {
	const response = await fetch(path, { headers });
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	const entries = (await response.json()) as { id: string }[];
	const ids = entries.map(({ id }) => encodeURIComponent(id));
	return { path, ids, tag: response.headers.get('ETag') };
}
