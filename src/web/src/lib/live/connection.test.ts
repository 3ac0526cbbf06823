import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff, eagerBackoff } from './backoff';
import { ClockSync } from './clockSync';
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
	const connection = new LiveConnection(async () => hub);
	connection.attach({ onconnected: onConnected });
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

	it('leaves a dead line within 4 s of the request, though the browser thinks it alive', async () => {
		const hub = new FakeHub();
		const { connection, onConnected } = await opened(hub);
		hub.isDeaf = true;
		connection.retryNow();
		await vi.advanceTimersByTimeAsync(4_000);
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

describe('a server that accepts and drops', () => {
	it('is tried more and more seldom, also by a room', async () => {
		const hub = new FakeHub();
		const connection = new LiveConnection(async () => hub, eagerBackoff);
		connection.attach({ onconnected: () => void setTimeout(() => hub.cut(), 100) });
		connection.open();
		await vi.advanceTimersByTimeAsync(10 * 60_000);
		expect(hub.starts).toBeLessThan(40);
		expect(hub.starts).toBeGreaterThan(20);
		connection.close();
	});

	it('is reached at once again after a while of health', async () => {
		const hub = new FakeHub();
		await opened(hub);
		for (let cut = 0; cut < 6; cut++) {
			hub.cut();
			await vi.advanceTimersByTimeAsync(30_000);
		}
		await vi.advanceTimersByTimeAsync(10_000);
		const before = hub.starts;
		hub.cut();
		await vi.advanceTimersByTimeAsync(1_000);
		expect(hub.starts).toBe(before + 1);
	});
});

describe('a server that restarts', () => {
	/** Each waits by itself, so that the shares hold for 2,000 too. */
	const CLIENTS = 60;
	const SLOT_MS = 100;

	it('has all clients back within ten seconds, and is not asked by all at once', async () => {
		let isUp = true;
		const calls = { start: new Map<number, number>(), Sync: new Map<number, number>() };
		const count = (what: keyof typeof calls) => {
			const slot = Math.floor(Date.now() / SLOT_MS);
			calls[what].set(slot, (calls[what].get(slot) ?? 0) + 1);
		};
		vi.stubGlobal('document', {
			addEventListener: () => undefined,
			removeEventListener: () => undefined,
		});
		const clients = Array.from({ length: CLIENTS }, () => {
			const hub = new FakeHub();
			hub.start = async () => {
				if (!isUp) throw new Error('away');
				count('start');
			};
			hub.invoke = async <T>() => {
				count('Sync');
				return { serverMs: Date.now() } as T;
			};
			const connection = new LiveConnection(async () => hub, eagerBackoff);
			const sync = new ClockSync();
			connection.attach({ onconnected: (up) => void sync.start(up) });
			connection.open();
			return { hub, connection, sync };
		});
		await vi.advanceTimersByTimeAsync(11_000);

		isUp = false;
		clients.forEach(({ hub }) => hub.cut());
		await vi.advanceTimersByTimeAsync(5_000);
		isUp = true;
		calls.start.clear();
		calls.Sync.clear();
		await vi.advanceTimersByTimeAsync(10_000);

		expect(clients.every(({ connection }) => connection.status === 'live')).toBe(true);
		const most = (what: keyof typeof calls) => Math.max(...calls[what].values());
		expect(most('start')).toBeLessThan(CLIENTS / 3);
		expect(most('Sync')).toBeLessThan(CLIENTS / 3);
		clients.forEach(({ connection, sync }) => {
			sync.stop();
			connection.close();
		});
		vi.unstubAllGlobals();
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
		expect(eagerBackoff(1, () => 1)).toBe(1600);
		expect(eagerBackoff(50, () => 0)).toBe(400);
		expect(eagerBackoff(80, () => 1)).toBe(30_000);
	});
});
