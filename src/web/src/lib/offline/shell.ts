import { outdated, shellName } from './cacheNames';
import { isHashed, isSecret } from './requests';
import { belongsTo } from './shellPage';

const PAGE = '/index.html';
/** Few, so that caching does not slow down a page that is loading. */
const PARALLEL_FETCHES = 6;

/** The cache of one build of the client: all its files and its page. */
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

	/** Fetches the whole build; throws if a file is missing or of another build, and the browser retries later. */
	async fill(): Promise<void> {
		const cache = await caches.open(this.#name);
		const files = [...this.#build, ...this.#statics];
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
	async file(request: Request): Promise<Response> {
		const path = new URL(request.url).pathname;
		const cached = isHashed(path) ? caches.match(path) : this.#cached(path);
		return (await orNone(cached)) ?? fetch(request);
	}

	/** Deletes the caches of outdated builds. */
	async tidy(): Promise<void> {
		const names = outdated(await caches.keys(), this.#name);
		await Promise.all(names.map((name) => caches.delete(name)));
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
	// A page in place of a file is somebody else's, such as a proxy's sign-in.
	const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
	if (!response.ok || response.redirected || isPage !== (path === PAGE)) {
		throw new Error(`${path}: ${response.status}`);
	}
	return response;
}

/** The page with the header that the server sends for secret addresses. */
function withoutReferrer(page: Response): Response {
	const headers = new Headers(page.headers);
	headers.set('Referrer-Policy', 'no-referrer');
	return new Response(page.body, { headers });
}
