import { describe, expect, it } from 'vitest';
import { SAMPLES, ServerClock } from './serverClock';

const SERVER_AHEAD = 1_790_000_000_123;

/** A seeded random number generator (mulberry32): the same numbers in each run. */
function randomFrom(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** A browser, a network and a server, in simulated time. */
class World {
	nowMs = 5_000;
	aheadMs = SERVER_AHEAD;
	readonly clock = new ServerClock();

	roundTrip(thereMs: number, backMs: number): void {
		const sentMs = this.nowMs;
		// The server answers in whole milliseconds.
		const serverMs = Math.floor(sentMs + thereMs + this.aheadMs);
		this.nowMs = sentMs + thereMs + backMs;
		this.clock.add({ sentMs, receivedMs: this.nowMs, serverMs });
		this.nowMs += 50;
	}

	get errorMs(): number {
		return Math.abs(this.clock.at(this.nowMs) - (this.nowMs + this.aheadMs));
	}
}

/** The errors of many browsers after their first round trips, from the smallest. */
function errorsOf(ways: (random: () => number) => [number, number], browsers = 2_000): number[] {
	const random = randomFrom(7);
	const errors = Array.from({ length: browsers }, () => {
		const world = new World();
		for (let trip = 0; trip < SAMPLES; trip++) world.roundTrip(...ways(random));
		return world.errorMs;
	});
	return errors.sort((one, other) => one - other);
}

const p99 = (sorted: number[]) => sorted[Math.floor(sorted.length * 0.99)] ?? NaN;

describe('ServerClock', () => {
	it('knows nothing before a round trip', () => {
		const clock = new ServerClock();
		expect(clock.known).toBe(false);
		expect(clock.errorAt(0)).toBe(Infinity);
	});

	it('is exact to the millisecond where both ways are equally long', () => {
		const world = new World();
		world.roundTrip(20, 20);
		expect(world.errorMs).toBeLessThanOrEqual(1);
		expect(world.clock.errorAt(world.nowMs)).toBeCloseTo(20, 1);
	});

	it('errs by 10 ms at most for 99 of 100 after 16 round trips of 20 to 80 ms', async ({
		annotate,
	}) => {
		const errors = errorsOf((random) => [10 + 30 * random(), 10 + 30 * random()]);
		await annotate(`p99 of the error, ways alike: ${p99(errors).toFixed(1)} ms`);
		expect(p99(errors)).toBeLessThanOrEqual(10);
	});

	it('errs by half the difference where one way is always longer, and its bound says so', async ({
		annotate,
	}) => {
		const errors = errorsOf((random) => [10 + 10 * random(), 30 + 10 * random()]);
		await annotate(`p99 of the error, one way 20 ms longer: ${p99(errors).toFixed(1)} ms`);
		expect(p99(errors)).toBeLessThanOrEqual(15);
		const world = new World();
		for (let trip = 0; trip < SAMPLES; trip++) world.roundTrip(10, 30);
		expect(world.errorMs).toBeLessThanOrEqual(world.clock.errorAt(world.nowMs));
	});

	it('takes no harm from a few round trips that hang', () => {
		const random = randomFrom(3);
		const world = new World();
		for (let trip = 0; trip < SAMPLES; trip++) {
			world.roundTrip(trip % 4 === 0 ? 2_000 : 10 + random(), 10 + random());
		}
		expect(world.errorMs).toBeLessThanOrEqual(2);
	});

	it('follows at once when the server’s clock jumps', () => {
		const world = new World();
		for (let trip = 0; trip < SAMPLES; trip++) world.roundTrip(20, 20);
		world.aheadMs += 5_000;
		world.roundTrip(20, 20);
		expect(world.errorMs).toBeLessThanOrEqual(1);
	});

	it('follows a drifting clock', () => {
		const world = new World();
		for (let trip = 0; trip < 200; trip++) {
			world.roundTrip(20, 20);
			world.nowMs += 30_000;
			world.aheadMs += 3; // 100 parts in a million
		}
		expect(world.errorMs).toBeLessThanOrEqual(10);
	});

	it('never turns back for a small correction', () => {
		const world = new World();
		world.roundTrip(60, 10);
		const before = world.clock.at(world.nowMs);
		world.roundTrip(5, 5);
		expect(world.clock.at(world.nowMs - 55)).toBeGreaterThanOrEqual(before);
	});

	it('begins anew after a reset', () => {
		const world = new World();
		world.roundTrip(5, 5);
		world.clock.reset();
		expect(world.clock.known).toBe(false);
		world.aheadMs -= 60_000;
		world.roundTrip(20, 20);
		expect(world.errorMs).toBeLessThanOrEqual(1);
	});
});
