import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAwake } from './wakeLock';

type Lock = { onrelease: (() => void) | null; release: () => Promise<void> };

let locks: Lock[];
let page: EventTarget & { visibilityState: string };

beforeEach(() => {
	vi.useFakeTimers();
	locks = [];
	page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
	const request = async () => {
		const lock: Lock = { onrelease: null, release: vi.fn(async () => lock.onrelease?.()) };
		locks.push(lock);
		return lock;
	};
	vi.stubGlobal('document', page);
	vi.stubGlobal('navigator', { wakeLock: { request } });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function show(state: string) {
	page.visibilityState = state;
	page.dispatchEvent(new Event('visibilitychange'));
}

it('KeepAwake_LockReleasedByTheSystem_AsksAgain', async () => {
	keepAwake();
	await vi.advanceTimersByTimeAsync(0);
	locks[0]?.onrelease?.();
	await vi.advanceTimersByTimeAsync(2000);
	expect(locks).toHaveLength(2);
});

it('KeepAwake_HiddenMeanwhile_AsksAgainOnReturn', async () => {
	keepAwake();
	await vi.advanceTimersByTimeAsync(0);
	show('hidden');
	locks[0]?.onrelease?.();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(locks).toHaveLength(1);
	show('visible');
	await vi.advanceTimersByTimeAsync(0);
	expect(locks).toHaveLength(2);
});

it('KeepAwake_Ended_ReleasesAndAsksNoMore', async () => {
	const end = keepAwake();
	await vi.advanceTimersByTimeAsync(0);
	end();
	expect(locks[0]?.release).toHaveBeenCalledOnce();
	show('visible');
	await vi.advanceTimersByTimeAsync(10_000);
	expect(locks).toHaveLength(1);
});

it.each([[{}], [{ wakeLock: { request: () => Promise.reject(new DOMException()) } }]])(
	'KeepAwake_BrowserThatCannot_SaysSo',
	async (navigator) => {
		vi.stubGlobal('navigator', navigator);
		const onchange = vi.fn();
		keepAwake(onchange);
		await vi.advanceTimersByTimeAsync(0);
		expect(onchange).toHaveBeenLastCalledWith(false);
	},
);
