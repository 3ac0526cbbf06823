import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClockSync } from './clockSync';
import type { Hub } from './hub';

const AHEAD = 1_000_000;
const ON_CONNECT = 8;
const ON_RECONNECT = 3;

/** The part of `document` that is used, with a method to make the page visible. */
class FakeDocument extends EventTarget {
	visibilityState = 'visible';

	look(): void {
		this.dispatchEvent(new Event('visibilitychange'));
	}
}

/** A hub with 20 ms latency in each direction, and a browser whose wall clock runs during a sleep. */
class World {
	asked = 0;
	broken = false;
	sleptMs = 0;
	aheadMs = AHEAD;
	readonly page = new FakeDocument();
	readonly sync = new ClockSync(undefined, {
		monotonic: () => Date.now() - this.sleptMs,
		wall: () => Date.now(),
	});

	readonly hub = {
		invoke: async () => {
			this.asked++;
			if (this.broken) throw new Error('cut');
			await new Promise((resolve) => setTimeout(resolve, 20));
			const serverMs = Date.now() + this.aheadMs;
			await new Promise((resolve) => setTimeout(resolve, 20));
			return { serverMs };
		},
	} as unknown as Hub;

	get errorMs(): number {
		return Math.abs(this.sync.now() - (Date.now() + this.aheadMs));
	}
}

let world: World;

beforeEach(() => {
	vi.useFakeTimers({ now: 0 });
	world = new World();
	vi.stubGlobal('document', world.page);
});

afterEach(() => {
	world.sync.stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

async function started(): Promise<void> {
	void world.sync.start(world.hub);
	await vi.advanceTimersByTimeAsync(5_000);
}

describe('ClockSync', () => {
	it('asks some times after a connect, and then knows the time', async () => {
		await started();
		expect(world.asked).toBe(ON_CONNECT);
		expect(world.errorMs).toBeLessThanOrEqual(1);
	});

	it('asks once every half a minute', async () => {
		await started();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(world.asked).toBe(ON_CONNECT + 2);
	});

	it('asks again when the page is looked at', async () => {
		await started();
		world.page.look();
		await vi.advanceTimersByTimeAsync(1_000);
		expect(world.asked).toBe(ON_CONNECT + 4);
	});

	it('begins anew after a sleep in which its clock stood still', async () => {
		await started();
		vi.setSystemTime(Date.now() + 3_600_000);
		world.sleptMs = 3_600_000;
		await vi.advanceTimersByTimeAsync(5_000);
		expect(world.asked).toBe(2 * ON_CONNECT);
		expect(world.errorMs).toBeLessThanOrEqual(1);
	});

	it('takes no harm from a wall clock that jumps', async () => {
		await started();
		world.sleptMs = 7_200_000;
		vi.setSystemTime(Date.now() + 7_200_000);
		world.aheadMs -= 7_200_000;
		await vi.advanceTimersByTimeAsync(5_000);
		expect(world.errorMs).toBeLessThanOrEqual(1);
	});

	it('keeps its estimate while cut off, and goes on over the next connection', async () => {
		await started();
		world.broken = true;
		await vi.advanceTimersByTimeAsync(60_000);
		expect(world.errorMs).toBeLessThanOrEqual(1);
		world.broken = false;
		const before = world.asked;
		void world.sync.start(world.hub);
		await vi.advanceTimersByTimeAsync(7_000);
		expect(world.asked - before).toBe(ON_RECONNECT);
	});

	it('asks no more once stopped', async () => {
		await started();
		world.sync.stop();
		await vi.advanceTimersByTimeAsync(120_000);
		expect(world.asked).toBe(ON_CONNECT);
	});
});
