import { afterEach, describe, expect, it, vi } from 'vitest';
import { MARK } from './mark';
import { ApiProblem } from './problem';
import { path, request } from './request';

const ours = { [MARK]: '1' };

afterEach(() => vi.unstubAllGlobals());

describe('path', () => {
	it('escapes what is put in', () => {
		expect(path`/api/challenges/${'a/b?c'}/leave`).toBe('/api/challenges/a%2Fb%3Fc/leave');
	});
});

describe('request', () => {
	it('answers nothing for 204', async () => {
		vi.stubGlobal('fetch', async () => new Response(null, { status: 204, headers: ours }));
		await expect(request('POST', '/api/account/logout')).resolves.toBeUndefined();
	});

	it('turns a network failure into a transient problem', async () => {
		vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
		const problem = await request('GET', '/api/today').catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(ApiProblem);
		expect((problem as ApiProblem).isTransient).toBe(true);
	});

	it('sends JSON and returns the parsed answer', async () => {
		const fetch = vi.fn(async (_url: string, _init: RequestInit) =>
			Response.json({ id: '7' }, { headers: ours }),
		);
		vi.stubGlobal('fetch', fetch);
		await expect(request('POST', '/api/challenges', { name: 'Spring' })).resolves.toEqual({
			id: '7',
		});
		expect(fetch.mock.calls[0]?.[1].body).toBe('{"name":"Spring"}');
	});
});

describe("an answer that is not the server's, or not whole", () => {
	const html = { 'Content-Type': 'text/html' };
	const page = '<html>Sign in to the network</html>';

	async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
		const problem = await call.catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(ApiProblem);
		return problem as ApiProblem;
	}

	it.each([
		['200 with a page', () => new Response(page, { headers: html })],
		['200 with nothing', () => new Response('', { headers: { 'Content-Length': '0' } })],
		['200 with a list', () => Response.json([])],
		['200 with null', () => Response.json(null)],
		['200 with other JSON', () => Response.json({ ok: true })],
		['201 with a page', () => new Response(page, { status: 201, headers: html })],
		['204', () => new Response(null, { status: 204 })],
		['a page it was redirected to', () => new Response('Welcome', { status: 200 })],
	])('%s: the change may still be made', async (_, answer) => {
		vi.stubGlobal('fetch', async () => answer());
		expect((await problemOf(request('PUT', '/api/safety', {}))).isUnreachable).toBe(true);
	});

	it.each([400, 403, 404, 405, 407, 408, 410, 413, 421, 431, 451, 401, 500, 502])(
		'%i without the mark is no refusal',
		async (status) => {
			vi.stubGlobal('fetch', async () => new Response(page, { status, headers: html }));
			expect((await problemOf(request('POST', '/api/check-ins', {}))).isUnreachable).toBe(true);
		},
	);

	it.each([
		['a page', () => new Response(page, { headers: ours })],
		['nothing', () => new Response('', { headers: ours })],
		['half of it', () => new Response('{"credited":tr', { headers: ours })],
	])('200 with the mark but %s is no success', async (_, answer) => {
		vi.stubGlobal('fetch', async () => answer());
		expect((await problemOf(request('PUT', '/api/safety', {}))).isUnreachable).toBe(true);
	});
});
