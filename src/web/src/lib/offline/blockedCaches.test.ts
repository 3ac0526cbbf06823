import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MARK } from '../api/mark';
import { catalogue } from './catalogue';
import { Shell } from './shell';

const refuse = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
const answer = () => new Response('fresh', { headers: { [MARK]: '1' } });
const request = (path: string) => new Request(`https://stretch.example.com${path}`);

/** Caches that work, except for what is given. */
function cachesWith(change: { open?: unknown; match?: unknown; put?: unknown }) {
	const match = async () => undefined;
	const cache = { match, put: async () => undefined, ...change };
	return { open: async () => cache, match, ...change };
}

beforeEach(() => void vi.stubGlobal('fetch', async () => answer()));
afterEach(() => void vi.unstubAllGlobals());

describe.each([
	['open', { open: refuse }],
	['match', { match: refuse }],
	['put', { put: refuse }],
])('caches whose %s rejects', (_, change) => {
	beforeEach(() => void vi.stubGlobal('caches', cachesWith(change)));

	it('Answer_OfTheCatalogue_GoesThrough', async () => {
		const work: Promise<unknown>[] = [];
		const response = await catalogue.answer(request('/api/exercises'), (one) => work.push(one));
		expect(await response.text()).toBe('fresh');
		await Promise.all(work);
	});

	it('Page_AndFile_GoThrough', async () => {
		const shell = new Shell(['/_app/immutable/nodes/1.abc.js'], ['/theme.js']);
		expect(await (await shell.page(request('/today'))).text()).toBe('fresh');
		const work: Promise<unknown>[] = [];
		const file = (path: string) => shell.file(request(path), (one) => work.push(one));
		expect(await (await file('/theme.js')).text()).toBe('fresh');
		expect(await (await file('/_app/immutable/nodes/1.abc.js')).text()).toBe('fresh');
		await Promise.all(work);
	});
});

it('Answer_OfTheCatalogue_IsCachedWholeWhileThePageReadsIt', async () => {
	const kept: string[] = [];
	const put = async (_: string, copy: Response) => void kept.push(await copy.text());
	vi.stubGlobal('caches', cachesWith({ put }));
	const work: Promise<unknown>[] = [];
	const response = await catalogue.answer(request('/api/exercises'), (one) => work.push(one));
	expect(await response.text()).toBe('fresh');
	await Promise.all(work);
	expect(kept).toEqual(['fresh']);
});
