import { afterEach, expect, it, vi } from 'vitest';
import { MARK } from '$lib/api/mark';
import { ApiProblem } from '$lib/api/problem';
import { fetchExport } from './exportData';

afterEach(() => vi.unstubAllGlobals());

const answer = (response: Response | Error) =>
	vi.stubGlobal(
		'fetch',
		vi.fn(() => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response))),
	);

it('FetchExport_Answered_IsTheFileInTheLanguageOfTheClient', async () => {
	answer(new Response('zip', { headers: { [MARK]: '1' } }));
	expect(await (await fetchExport()).text()).toBe('zip');
	expect(vi.mocked(fetch).mock.calls[0]?.[1]?.headers).toMatchObject({ 'Accept-Language': 'en' });
});

it('FetchExport_Refused_IsItsProblem', async () => {
	const refusal = { type: '/problems/too-many-requests', status: 429, title: 'Too many requests.' };
	answer(
		new Response(JSON.stringify(refusal), {
			status: 429,
			headers: { [MARK]: '1', 'Content-Type': 'application/problem+json' },
		}),
	);
	await expect(fetchExport()).rejects.toMatchObject({ status: 429 });
});

it('FetchExport_PageOfAProxy_IsUnreachable', async () => {
	answer(new Response('<html>'));
	await expect(fetchExport()).rejects.toMatchObject({ isUnreachable: true });
});

it('FetchExport_NoNetwork_IsUnreachable', async () => {
	answer(new TypeError('Failed to fetch'));
	await expect(fetchExport()).rejects.toBeInstanceOf(ApiProblem);
});
