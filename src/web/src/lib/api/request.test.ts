import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from './problem';
import { path, request } from './request';

afterEach(() => vi.unstubAllGlobals());

describe('path', () => {
	it('escapes what is put in', () => {
		expect(path`/api/challenges/${'a/b?c'}/leave`).toBe('/api/challenges/a%2Fb%3Fc/leave');
	});
});

describe('request', () => {
	it('answers nothing for 204', async () => {
		vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }));
		await expect(request('POST', '/api/account/logout')).resolves.toBeUndefined();
	});

	it('turns a network failure into a transient problem', async () => {
		vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
		const problem = await request('GET', '/api/today').catch((error: unknown) => error);
		expect(problem).toBeInstanceOf(ApiProblem);
		expect((problem as ApiProblem).isTransient).toBe(true);
	});

	it('sends JSON and returns the parsed answer', async () => {
		const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json({ id: '7' }));
		vi.stubGlobal('fetch', fetch);
		await expect(request('POST', '/api/challenges', { name: 'Spring' })).resolves.toEqual({
			id: '7',
		});
		expect(fetch.mock.calls[0]?.[1].body).toBe('{"name":"Spring"}');
	});
});
