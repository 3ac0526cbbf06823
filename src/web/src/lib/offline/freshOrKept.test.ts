import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MARK } from '../api/mark';
import { freshOrKept } from './freshOrKept';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const kept = new Response('kept');
const headers = new Headers({ [MARK]: '1' });
const answer = (status: number) => new Response('fresh', { status, headers });

describe('freshOrKept', () => {
	it.each([200, 304, 404, 429])('takes an answer %i over the kept one', async (status) => {
		const fresh = { status, headers } as Response;
		expect(await freshOrKept(Promise.resolve(fresh), kept, 1000)).toBe(fresh);
	});

	it('takes the kept one when the server fails', async () => {
		expect(await freshOrKept(Promise.resolve(answer(503)), kept, 1000)).toBe(kept);
	});

	it('takes the kept one when somebody else answers', async () => {
		const page = new Response('<html>Sign in to the network</html>');
		expect(await freshOrKept(Promise.resolve(page), kept, 1000)).toBe(kept);
	});

	it('takes the kept one when the server is away', async () => {
		expect(await freshOrKept(Promise.reject(new TypeError()), kept, 1000)).toBe(kept);
	});

	it('takes the kept one when the server is slow', async () => {
		const taken = freshOrKept(new Promise(() => undefined), kept, 1000);
		await vi.advanceTimersByTimeAsync(1000);
		expect(await taken).toBe(kept);
	});

	it('waits for the server where nothing is kept', async () => {
		const failed = answer(503);
		expect(await freshOrKept(Promise.resolve(failed), undefined, 1000)).toBe(failed);
	});
});
