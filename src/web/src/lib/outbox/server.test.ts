import { afterEach, describe, expect, it, vi } from 'vitest';
import { MARK } from '../api/mark';
import { server } from './server';
import { away, counted, finished, result } from './testing';

const ours = { [MARK]: '1' };
const page = '<html>Sign in to the network</html>';

function answerWith(response: () => Response) {
	const fetch = vi.fn(async (_path: string, _init: RequestInit) => response());
	vi.stubGlobal('fetch', fetch);
	return fetch;
}

const problem = (status: number, type: string) =>
	Response.json({ type: `urn:problem:${type}`, detail: 'No.' }, { status, headers: ours });

afterEach(() => vi.unstubAllGlobals());

describe('checkIn', () => {
	it('CheckIn_AnswerOfTheServer_Counted', async () => {
		const fetch = answerWith(() => Response.json(result, { headers: ours }));
		expect(await server.checkIn(finished('1'))).toEqual(counted);
		const [path, init] = fetch.mock.calls[0] ?? [];
		expect(path).toBe('/api/check-ins');
		expect(JSON.parse(String(init?.body))).toEqual({ commandId: '1', run: 'run-1', skipped: [] });
	});

	it.each([
		['200 with a page', () => new Response(page)],
		['200 without the mark', () => Response.json(result)],
		['204', () => new Response(null, { status: 204, headers: ours })],
		['200 with nothing', () => new Response('', { headers: ours })],
		['200 with a page and the mark', () => new Response(page, { headers: ours })],
		['half of it', () => new Response('{"credited":tr', { headers: ours })],
		['null', () => Response.json(null, { headers: ours })],
		['a list', () => Response.json([], { headers: ours })],
		['other JSON', () => Response.json({ ok: true }, { headers: ours })],
		['a full server', () => problem(503, 'overloaded')],
		['a rate limit', () => problem(429, 'rate-limited')],
		['a wrong address', () => problem(400, 'unknown-host')],
		['a wrong origin', () => problem(403, 'foreign-origin')],
		['a refusal without words', () => new Response('', { status: 500, headers: ours })],
	])('CheckIn_%s_KeptForAnotherTry', async (_, response) => {
		answerWith(response);
		expect(await server.checkIn(finished('1'))).toEqual(away);
	});

	it.each([400, 401, 403, 404, 405, 407, 408, 410, 413, 421, 431, 451, 500, 502])(
		'CheckIn_%i OfAProxy_KeptForAnotherTry',
		async (status) => {
			answerWith(() => new Response(page, { status }));
			expect(await server.checkIn(finished('1'))).toEqual(away);
		},
	);

	it('CheckIn_NoNetwork_KeptForAnotherTry', async () => {
		vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
		expect(await server.checkIn(finished('1'))).toEqual(away);
	});

	it.each([
		[401, 'not-signed-in', 'signed-out'],
		[409, 'too-early', 'too-early'],
	])('CheckIn_%i %s_KeptAs %s', async (status, type, why) => {
		answerWith(() => problem(status, type));
		expect(await server.checkIn(finished('1'))).toEqual({ kind: 'kept', why });
	});

	it.each([
		'invalid-request',
		'unknown-run',
		'unknown-step',
		'too-late',
		'run-completed',
		'time-counted',
		'command-reused',
	])('CheckIn_%s_RefusedWithItsDetails', async (type) => {
		answerWith(() => problem(409, type));
		expect(await server.checkIn(finished('1'))).toEqual({
			kind: 'refused',
			problem: { status: 409, type: `urn:problem:${type}`, detail: 'No.' },
		});
	});
});

describe('signedIn', () => {
	it('SignedIn_Account_ItsId', async () => {
		answerWith(() => Response.json({ id: 'ann' }, { headers: ours }));
		expect(await server.signedIn()).toBe('ann');
	});

	it('SignedIn_Nobody_Undefined', async () => {
		answerWith(() => problem(401, 'not-signed-in'));
		expect(await server.signedIn()).toBeUndefined();
	});

	it.each([
		() => new Response(page),
		() => new Response(page, { status: 401 }),
		() => problem(503, 'overloaded'),
	])('SignedIn_ServerAway_Rejects', async (response) => {
		answerWith(response);
		await expect(server.signedIn()).rejects.toThrow();
	});
});
