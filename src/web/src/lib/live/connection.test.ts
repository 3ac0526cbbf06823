import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff, eagerBackoff } from './backoff';
import { LiveConnection } from './connection.svelte';
import type { Hub } from './hub';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A hub whose first `failures` starts fail, and whose connection can be cut. */
class FakeHub implements Hub {
	starts = 0;
	stops = 0;
	isDeaf = false;
	hangs = false;
	cut: () => void = () => undefined;
	#giveUp: (() => void) | undefined;

	constructor(public failures = 0) {}

	async start() {
		this.starts++;
		if (this.hangs) await new Promise<void>((_, reject) => (this.#giveUp = reject));
		if (this.failures-- > 0) throw new Error('unreachable');
	}

	async stop() {
		this.stops++;
		this.#giveUp?.();
		this.cut();
	}

	async invoke<T>(): Promise<T> {
		if (this.isDeaf) await new Promise(() => undefined);
		return undefined as T;
	}

	on = () => undefined;
	off = () => undefined;
	onclose(handler: () => void) {
		this.cut = handler;
	}
}

async function opened(hub: FakeHub) {
	const onConnected = vi.fn();
	const connection = new LiveConnection(onConnected, async () => hub);
	connection.open();
	await vi.advanceTimersByTimeAsync(0);
	return { connection, onConnected };
}

describe('LiveConnection', () => {
	it('is live once connected, and asks for snapshots after each connect', async () => {
		const hub = new FakeHub();
		const { connection, onConnected } = await opened(hub);
		expect(connection.status).toBe('live');
		hub.cut();
		expect(connection.status).toBe('reconnecting');
		await vi.advanceTimersByTimeAsync(30_000);
		expect(connection.status).toBe('live');
		expect(onConnected).toHaveBeenCalledTimes(2);
	});

	it('says offline only after several tries and never gives up', async () => {
		const hub = new FakeHub(40);
		const { connection } = await opened(hub);
		expect(connection.status).toBe('reconnecting');
		await vi.advanceTimersByTimeAsync(10_000);
		expect(connection.status).toBe('offline');
		await vi.advanceTimersByTimeAsync(40 * 30_000);
		expect(connection.status).toBe('live');
	});

	it('tries at once when told to retry now', async () => {
		const hub = new FakeHub(1);
		const { connection } = await opened(hub);
		connection.retryNow();
		await vi.advanceTimersByTimeAsync(0);
		expect(connection.status).toBe('live');
		expect(hub.starts).toBe(2);
	});

	it('leaves a line alone that answers when told to retry now', async () => {
		const hub = new FakeHub();
		const { connection } = await opened(hub);
		connection.retryNow();
		await vi.advanceTimersByTimeAsync(10_000);
		expect(hub.starts).toBe(1);
	});

	it('leaves a dead line within 2 s of the request, though the browser thinks it alive', async () => {
		const hub = new FakeHub();
		const { connection, onConnected } = await opened(hub);
		hub.isDeaf = true;
		connection.retryNow();
		await vi.advanceTimersByTimeAsync(2_000);
		expect(connection.status).toBe('live');
		expect(onConnected).toHaveBeenCalledTimes(2);
	});

	it('gives up a try that hangs', async () => {
		const hub = new FakeHub();
		hub.hangs = true;
		const { connection } = await opened(hub);
		await vi.advanceTimersByTimeAsync(4_000);
		hub.hangs = false;
		await vi.advanceTimersByTimeAsync(2_000);
		expect(connection.status).toBe('live');
	});

	it('gives up a hanging try at once when a retry is requested', async () => {
		const hub = new FakeHub();
		hub.hangs = true;
		const { connection } = await opened(hub);
		await vi.advanceTimersByTimeAsync(1_000);
		hub.hangs = false;
		connection.retryNow();
		await vi.advanceTimersByTimeAsync(0);
		expect(connection.status).toBe('live');
	});

	it('stays closed when it was closed', async () => {
		const hub = new FakeHub();
		const { connection } = await opened(hub);
		connection.close();
		await vi.advanceTimersByTimeAsync(120_000);
		expect(hub.starts).toBe(1);
		expect(hub.stops).toBe(1);
	});
});

describe('backoff', () => {
	it('doubles up to half a minute and is scattered by half', () => {
		expect([1, 2, 3].map((attempt) => backoff(attempt, () => 1))).toEqual([1000, 2000, 4000]);
		expect(backoff(50, () => 1)).toBe(30_000);
		expect(backoff(50, () => 0)).toBe(15_000);
	});
});

describe('eagerBackoff', () => {
	it('tries about every second for a minute, then more and more seldom', () => {
		expect(eagerBackoff(1, () => 1)).toBe(1200);
		expect(eagerBackoff(50, () => 0)).toBe(600);
		expect(eagerBackoff(80, () => 1)).toBe(30_000);
	});
});
