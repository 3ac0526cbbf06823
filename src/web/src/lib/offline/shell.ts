import { outdated, shellName } from './cacheNames';
import { isHashed, isSecret } from './requests';
import { belongsTo } from './shellPage';

const PAGE = '/index.html';
/** A list of the files that only pages without use offline load (onlinePages.config.js). */
const ONLINE = '/_app/online.json';
/** Few, so that caching does not slow down a page that is loading. */
const PARALLEL_FETCHES = 6;

/** The cache of one build of the client: its page and its files, of which some only once they were used. */
export class Shell {
	readonly #name: string;
	readonly #build: readonly string[];
	readonly #statics: readonly string[];

	/** `marks` change with the content of the files without a hash in their names. */
	constructor(build: readonly string[], statics: readonly string[], ...marks: string[]) {
		this.#name = shellName([...build, ...statics], ...marks);
		this.#build = build;
		this.#statics = statics;
	}

	/** Fetches the build; throws if a file is missing or of another build, and the browser retries later. */
	async fill(): Promise<void> {
		const cache = await caches.open(this.#name);
		const online: string[] = await (await fetchWhole(ONLINE)).json();
		const files = [...this.#build, ...this.#statics].filter((file) => !online.includes(file));
		const fetchSome = async () => {
			for (let file = files.shift(); file; file = files.shift()) await keep(cache, file);
		};
		await Promise.all(Array.from({ length: PARALLEL_FETCHES }, fetchSome));

		const page = await fetchWhole(PAGE);
		if (!belongsTo(await page.clone().text(), this.#build)) {
			throw new Error('The page is of another build.');
		}
		await cache.put(PAGE, page);
	}

	/** The page for an address. */
	async page(request: Request): Promise<Response> {
		const page = await orNone(this.#cached(PAGE));
		if (!page) return fetch(request);
		return isSecret(new URL(request.url).pathname) ? withoutReferrer(page) : page;
	}

	/** A file: with a hash in its name from any build's cache, else only from this build's. */
	async file(request: Request, waitUntil: (work: Promise<unknown>) => void): Promise<Response> {
		const path = new URL(request.url).pathname;
		const cached = await orNone(isHashed(path) ? caches.match(path) : this.#cached(path));
		if (cached) return cached;
		const response = await fetch(request);
		if (this.#build.includes(path) && isFile(path, response)) {
			waitUntil(this.#put(path, response.clone()).catch(() => undefined));
		}
		return response;
	}

	/** Deletes the caches of outdated builds. */
	async tidy(): Promise<void> {
		const names = outdated(await caches.keys(), this.#name);
		await Promise.all(names.map((name) => caches.delete(name)));
	}

	async #put(path: string, response: Response): Promise<void> {
		await (await caches.open(this.#name)).put(path, response);
	}

	async #cached(path: string): Promise<Response | undefined> {
		return (await caches.open(this.#name)).match(path);
	}
}

/** What is cached; nothing if the browser cannot read its caches, which must not keep an answer from the page. */
const orNone = (cached: Promise<Response | undefined>) => cached.catch(() => undefined);

/** Copies a hashed file from an earlier build's cache instead of fetching it. */
async function keep(cache: Cache, file: string): Promise<void> {
	const cached = isHashed(file) ? await caches.match(file) : undefined;
	await cache.put(file, cached ?? (await fetchWhole(file)));
}

async function fetchWhole(path: string): Promise<Response> {
	// Files without a hash are revalidated: the HTTP cache may have another build's.
	const response = await fetch(path, { cache: isHashed(path) ? 'default' : 'no-cache' });
	if (!isFile(path, response)) throw new Error(`${path}: ${response.status}`);
	return response;
}

/** Whether an answer is the file: a page in place of one is somebody else's, such as a proxy's sign-in. */
function isFile(path: string, { ok, redirected, headers }: Response): boolean {
	const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
	return ok && !redirected && isPage === (path === PAGE);
}

/** The page with the header that the server sends for secret addresses. */
function withoutReferrer(page: Response): Response {
	const headers = new Headers(page.headers);
	headers.set('Referrer-Policy', 'no-referrer');
	return new Response(page.body, { headers });
}
