import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchAccount, login } from './account';
import {
	createTeam,
	fetchChallenge,
	fetchChallenges,
	joinChallenge,
	leaveChallenge,
} from './challenges';
import { leavePage } from './client';
import { fetchToday, reportDay, startRun } from './day';
import { MARK } from './mark';
import { ApiProblem } from './problem';
import { changeSafety } from './safety';
import { addSelfTest } from './selfTests';

const ours = { [MARK]: '1' };

/** Answers every request, and keeps them. */
function server(answer: (request: Request) => Response | Promise<Response>) {
	const requests: Request[] = [];
	vi.stubGlobal('fetch', (request: Request, { signal }: RequestInit) => {
		requests.push(request);
		return Promise.race([
			answer(request),
			new Promise<never>((_, reject) =>
				signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
			),
		]);
	});
	return requests;
}

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
	const problem = await call.catch((error: unknown) => error);
	expect(problem).toBeInstanceOf(ApiProblem);
	return problem as ApiProblem;
}

const answered = (body: unknown, init: ResponseInit = {}) =>
	Response.json(body, { ...init, headers: { ...ours, ...init.headers } });
const never = () => new Promise<Response>(() => undefined);

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
	vi.stubGlobal('document', { visibilityState: 'hidden' });
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('a call', () => {
	it('escapes what is put into its path', async () => {
		const requests = server(() => answered({}));
		await fetchChallenge('a/b?c');
		expect(requests[0]?.url).toBe('http://localhost/api/challenges/a%2Fb%3Fc');
	});

	it('sends JSON in the language shown and returns the answer', async () => {
		const requests = server(() => answered({ id: '7' }));
		await expect(createTeam('c1', 'Blue')).resolves.toEqual({ id: '7' });
		expect(await requests[0]?.text()).toBe('{"name":"Blue"}');
		expect(requests[0]?.headers.get('Accept-Language')).toBe('en');
		expect(requests[0]?.headers.get('Content-Type')).toBe('application/json');
	});

	it('is answered nothing with 204', async () => {
		server(() => new Response(null, { status: 204, headers: ours }));
		await expect(leaveChallenge('c1')).resolves.toBeUndefined();
	});

	it('fails with the problem of a refusal', async () => {
		server(() => answered({ type: 'urn:problem:too-early' }, { status: 409 }));
		expect(await problemOf(fetchToday())).toMatchObject({ status: 409, kind: 'too-early' });
	});

	it('does not follow the redirect of a sign-in proxy', async () => {
		const requests = server(() => answered({}));
		await fetchToday();
		expect(requests[0]?.redirect).toBe('manual');
	});
});

describe('an answer that does not come', () => {
	it('is a transient problem', async () => {
		server(() => Promise.reject(new TypeError('failed')));
		expect(await problemOf(fetchToday())).toMatchObject({ isUnreachable: true, isTransient: true });
	});

	it.each([
		['a GET', fetchToday],
		['a change', () => changeSafety({})],
	])('is waited for 15 seconds by %s', async (_, call) => {
		server(never);
		const problem = problemOf(call());
		const isOver = vi.fn();
		void problem.then(isOver);
		await vi.advanceTimersByTimeAsync(14_900);
		expect(isOver).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(200);
		expect((await problem).isUnreachable).toBe(true);
	});

	it('leaves no timer behind once it is there', async () => {
		server(() => answered({}));
		await fetchToday();
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is waited for until its last byte', async () => {
		server(() => {
			const stalled = new ReadableStream({
				start(controller) {
					controller.enqueue(new TextEncoder().encode('{"credited":'));
					setTimeout(() => controller.error(new DOMException('', 'AbortError')), 15_000);
				},
			});
			return new Response(stalled, { headers: ours });
		});
		const problem = problemOf(fetchToday());
		await vi.advanceTimersByTimeAsync(15_000);
		expect((await problem).isUnreachable).toBe(true);
	});
});

describe('leaving a page', () => {
	it('ends its GETs', async () => {
		server(never);
		const problem = problemOf(fetchChallenges());
		await vi.advanceTimersByTimeAsync(0);
		leavePage();
		expect((await problem).isUnreachable).toBe(true);
	});

	it.each([
		['a change', () => changeSafety({ noticeSeen: true })],
		['what is asked for the whole client', fetchAccount],
	])('leaves %s alone', async (_, send) => {
		let release: (response: Response) => void = () => undefined;
		server(() => new Promise((resolve) => (release = resolve)));
		const call: Promise<unknown> = send();
		await vi.advanceTimersByTimeAsync(0);
		leavePage();
		release(answered({ id: '1' }));
		await expect(call).resolves.toEqual({ id: '1' });
	});
});

describe("an answer that is not the server's, or not whole", () => {
	const html = { 'Content-Type': 'text/html' };
	const page = '<html>Sign in to the network</html>';

	it.each([
		['200 with a page', () => new Response(page, { headers: html })],
		['200 with nothing', () => new Response('', { headers: { 'Content-Length': '0' } })],
		['200 with a list', () => Response.json([])],
		['200 with null', () => Response.json(null)],
		['200 with other JSON', () => Response.json({ ok: true })],
		['201 with a page', () => new Response(page, { status: 201, headers: html })],
		['204', () => new Response(null, { status: 204 })],
		['a redirect', () => Response.error()],
	])('%s: every change may still be made', async (_, answer) => {
		server(answer);
		const calls = [
			reportDay('c1', '2026-03-10'),
			changeSafety({}),
			addSelfTest({ backFeeling: 7 }),
			leaveChallenge('c1'),
			joinChallenge('ABC'),
			login('a@example.com', 'x'),
		];
		for (const call of calls) expect((await problemOf(call)).isUnreachable).toBe(true);
	});

	it.each([400, 403, 404, 405, 407, 408, 410, 413, 421, 431, 451, 401, 500, 502])(
		'%i without the mark is no refusal',
		async (status) => {
			server(() => new Response(page, { status, headers: html }));
			expect((await problemOf(reportDay('c1', '2026-03-10'))).isUnreachable).toBe(true);
			expect((await problemOf(fetchToday())).isUnreachable).toBe(true);
		},
	);

	it.each([
		['a page', () => new Response(page, { headers: ours })],
		['nothing', () => new Response('', { headers: { ...ours, 'Content-Length': '0' } })],
		['half of it', () => new Response('{"credited":tr', { headers: ours })],
		['null', () => answered(null)],
	])('200 with the mark but %s is no success', async (_, answer) => {
		server(answer);
		expect((await problemOf(changeSafety({}))).isUnreachable).toBe(true);
		expect((await problemOf(fetchToday())).isUnreachable).toBe(true);
	});
});

describe('Idempotency-Key', () => {
	const keysOf = (requests: Request[]) =>
		requests.map(({ headers }) => headers.get('Idempotency-Key'));
	const send = (name: string) => createTeam('c1', name).catch(() => undefined);

	it.each([
		['no answer', () => Promise.reject(new TypeError('failed'))],
		['a foreign answer', () => new Response('<html>', { status: 200 })],
		['half an answer', () => new Response('{"id":', { headers: ours })],
		['a failure of the server', () => answered({}, { status: 500 })],
		['a wait', () => answered({}, { status: 429, headers: { 'Retry-After': '1' } })],
		[
			'"still being carried out"',
			() => answered({}, { status: 409, headers: { 'Retry-After': '1' } }),
		],
	])('is the same after %s, until the same form is answered', async (_, first) => {
		const answers: (() => Response | Promise<Response>)[] = [first, () => answered({ id: '1' })];
		const requests = server(() => (answers.shift() ?? (() => answered({ id: '2' })))());
		await send('Blue');
		await send('Blue');
		await send('Blue');
		const [unanswered, repeated, next] = keysOf(requests);
		expect(unanswered).toMatch(/^[0-9a-f-]{36}$/);
		expect(repeated).toBe(unanswered);
		expect(next).not.toBe(repeated);
	});

	it('is another for a corrected form, for another path, and after a refusal', async () => {
		const requests = server(() => Promise.reject(new TypeError('failed')));
		await send('Blue');
		await send('Green');
		await createTeam('c2', 'Blue').catch(() => undefined);
		expect(new Set(keysOf(requests)).size).toBe(3);

		const refused = server(() => answered({}, { status: 409 }));
		await send('Red');
		await send('Red');
		expect(new Set(keysOf(refused)).size).toBe(2);
	});

	it('is another when much later the same is meant anew', async () => {
		const requests = server(() => Promise.reject(new TypeError('failed')));
		await send('Yellow');
		vi.setSystemTime(Date.now() + 2 * 60 * 60_000);
		await send('Yellow');
		expect(new Set(keysOf(requests)).size).toBe(2);
	});

	it('is not sent where the server takes none', async () => {
		const requests = server(() => answered({ credited: true }));
		await login('a@example.com', 'x');
		await reportDay('c1', '2026-03-10');
		await startRun('gentle', 'desk');
		await fetchToday();
		await changeSafety({});
		expect(keysOf(requests)).toEqual([null, null, null, null, null]);
	});
});
