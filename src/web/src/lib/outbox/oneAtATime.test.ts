import { afterEach, expect, it, vi } from 'vitest';
import { oneAtATime } from './oneAtATime';

afterEach(() => vi.unstubAllGlobals());

const withLocks = (request: unknown) => vi.stubGlobal('navigator', { locks: { request } });

it('OneAtATime_Lock_RunsTheWorkInIt', async () => {
	const request = vi.fn((_name: string, work: () => Promise<unknown>) => work());
	withLocks(request);
	expect(await oneAtATime('name', async () => 7)).toBe(7);
	expect(request.mock.calls[0]?.[0]).toBe('name');
});

it('OneAtATime_NoLocks_RunsTheWork', async () => {
	vi.stubGlobal('navigator', {});
	expect(await oneAtATime('name', async () => 7)).toBe(7);
});

it('OneAtATime_LocksAreBlocked_RunsTheWork', async () => {
	withLocks(() => Promise.reject(new DOMException('', 'SecurityError')));
	expect(await oneAtATime('name', async () => 7)).toBe(7);
});

it('OneAtATime_WorkFails_RunsItOnce', async () => {
	withLocks((_name: string, work: () => Promise<unknown>) => work());
	const work = vi.fn(() => Promise.reject(new Error('failed')));
	await expect(oneAtATime('name', work)).rejects.toThrow('failed');
	expect(work).toHaveBeenCalledTimes(1);
});
