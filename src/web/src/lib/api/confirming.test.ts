import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backUp, fetchStatus } from './admin';
import { confirming } from './confirming.svelte';
import { MARK } from './mark';
import { ApiProblem } from './problem';

const headers = { [MARK]: '1' };
const refusal = () =>
	Response.json({ type: '/problems/fresh-sign-in-needed', status: 403 }, { status: 403, headers });
const other = () =>
	Response.json({ type: '/problems/forbidden', status: 403 }, { status: 403, headers });
const done = () => Response.json({ name: 'copy' }, { headers });

describe('a request that needs a fresh sign-in', () => {
	let answers: (() => Response)[];
	const requests: { key: string | null; body: string }[] = [];
	let detach: () => void;

	beforeEach(() => {
		requests.length = 0;
		detach = confirming.attach();
		vi.stubGlobal('fetch', async (request: Request) => {
			requests.push({ key: request.headers.get('Idempotency-Key'), body: await request.text() });
			return (answers.shift() ?? done)();
		});
	});

	afterEach(() => {
		detach();
		vi.unstubAllGlobals();
	});

	it('is sent again, as the same command, once the person has confirmed', async () => {
		answers = [refusal];
		const call = backUp();
		await vi.waitFor(() => expect(confirming.asks).toBe(true));
		confirming.answer(true);
		expect(await call).toEqual({ name: 'copy' });
		expect(requests).toHaveLength(2);
		expect(requests[1]).toEqual(requests[0]);
		expect(confirming.asks).toBe(false);
	});

	it('is refused when the person would rather not', async () => {
		answers = [refusal];
		const call = backUp();
		await vi.waitFor(() => expect(confirming.asks).toBe(true));
		confirming.answer(false);
		await expect(call).rejects.toMatchObject({ kind: 'fresh-sign-in-needed' });
		expect(requests).toHaveLength(1);
	});

	it('is asked about once for two at the same time', async () => {
		answers = [refusal, refusal];
		const calls = Promise.all([backUp(), backUp()]);
		await vi.waitFor(() => expect(requests).toHaveLength(2));
		await vi.waitFor(() => expect(confirming.asks).toBe(true));
		confirming.answer(true);
		await calls;
		expect(requests).toHaveLength(4);
	});

	it.each([
		['another refusal', backUp, other],
		['a request that only reads', fetchStatus, refusal],
	])('is not %s', async (_, call, answer) => {
		answers = [answer];
		await expect(call()).rejects.toBeInstanceOf(ApiProblem);
		expect(confirming.asks).toBe(false);
	});

	it('is refused where no page can ask', async () => {
		detach();
		answers = [refusal];
		await expect(backUp()).rejects.toBeInstanceOf(ApiProblem);
	});
});
