import { outdated, shellName } from './cacheNames';
import { isHashed, isSecret } from './requests';
import { belongsTo } from './shellPage';

const PAGE = '/index.html';
/** A phone that loads the page at the same time should not wait for what is kept for later. */
const PARALLEL_FETCHES = 6;

/** One build of the client: its files and its page, kept whole or not at all. */
export class Shell {
	readonly #name: string;
	readonly #build: readonly string[];
	readonly #statics: readonly string[];

	/** `marks` change with the content of whatever has no hash in its name. */
	constructor(build: readonly string[], statics: readonly string[], ...marks: string[]) {
		this.#name = shellName([...build, ...statics], ...marks);
		this.#build = build;
		this.#statics = statics;
	}

	/** Fetches the whole build; throws where a part is missing or of another build, and is tried again later. */
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
		const page = await this.#cached(PAGE);
		if (!page) return fetch(request);
		return isSecret(new URL(request.url).pathname) ? withoutReferrer(page) : page;
	}

	/** A file: one with a hash from whichever build keeps it, any other from this build alone. */
	async file(request: Request): Promise<Response> {
		const path = new URL(request.url).pathname;
		const cached = isHashed(path) ? await caches.match(path) : await this.#cached(path);
		return cached ?? fetch(request);
	}

	/** Lets go of the builds that no tab needs any more. */
	async tidy(): Promise<void> {
		const names = outdated(await caches.keys(), this.#name);
		await Promise.all(names.map((name) => caches.delete(name)));
	}

	async #cached(path: string): Promise<Response | undefined> {
		return (await caches.open(this.#name)).match(path);
	}
}

/** What an earlier build keeps under a hashed name need not be fetched again. */
async function keep(cache: Cache, file: string): Promise<void> {
	const cached = isHashed(file) ? await caches.match(file) : undefined;
	await cache.put(file, cached ?? (await fetchWhole(file)));
}

async function fetchWhole(path: string): Promise<Response> {
	// What has no hash is asked for anew: the browser's own copy may be of another build.
	const response = await fetch(path, { cache: isHashed(path) ? 'default' : 'no-cache' });
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return response;
}

/** As the server sends the page for these addresses. */
function withoutReferrer(page: Response): Response {
	const headers = new Headers(page.headers);
	headers.set('Referrer-Policy', 'no-referrer');
	return new Response(page.body, { headers });
}
