import type { Hub } from './hub';
import { SAMPLES, ServerClock, type RoundTrip } from './serverClock';

/** Between two round trips of the same round. */
const PAUSE_MS = 60;
const ROUND_INTERVAL_MS = 30_000;
/** Enough to follow drift; few, because all browsers of a room ask. */
const TRIPS_PER_ROUND = 1;
const TRIPS_ON_RETURN = 4;
const SLEEP_CHECK_INTERVAL_MS = 1_000;
/** A larger change between wall clock and monotonic clock means that the device slept or the wall clock was set. */
const CLOCK_JUMP_MS = 500;

interface Clocks {
	monotonic: () => number;
	wall: () => number;
}

const browserClocks: Clocks = { monotonic: () => performance.now(), wall: () => Date.now() };

/**
 * Feeds a {@link ServerClock} with round trips over the hub: 16 after each connect, one every half a minute, four
 * when the page becomes visible, and 16 from the start after a sleep.
 */
export class ClockSync {
	readonly clock = new ServerClock();

	#hub: Hub | undefined;
	#round = 0;
	#timers: ReturnType<typeof setInterval>[] = [];
	#clockDifferenceMs = 0;
	readonly #clocks: Clocks;
	readonly #onround: () => void;

	/** `onround` runs after each round trip, when the estimate may have changed. */
	constructor(onround: () => void = () => undefined, clocks: Clocks = browserClocks) {
		this.#onround = onround;
		this.#clocks = clocks;
	}

	/** The server's time now, in milliseconds. */
	now(): number {
		return this.clock.at(this.#clocks.monotonic());
	}

	/** By how much {@link now} may be wrong, in milliseconds; Infinity while unknown. */
	get errorMs(): number {
		return this.clock.errorAt(this.#clocks.monotonic());
	}

	/** Uses the first call of a visit as a round trip until better ones are measured. */
	first(trip: RoundTrip): void {
		if (!this.clock.known) this.clock.add(trip);
	}

	/** Starts, or continues over a new connection. */
	start(hub: Hub): Promise<void> {
		this.stop();
		this.#hub = hub;
		this.#clockDifferenceMs = this.#clockDifference();
		this.#timers = [
			setInterval(() => void this.#measure(TRIPS_PER_ROUND), ROUND_INTERVAL_MS),
			setInterval(() => this.#checkSleep(), SLEEP_CHECK_INTERVAL_MS),
		];
		document.addEventListener('visibilitychange', this.#onVisibilityChange);
		return this.#measure(SAMPLES);
	}

	stop(): void {
		this.#round++;
		this.#hub = undefined;
		this.#timers.forEach(clearInterval);
		document.removeEventListener('visibilitychange', this.#onVisibilityChange);
	}

	readonly #onVisibilityChange = () => {
		if (document.visibilityState !== 'visible') return;
		this.#checkSleep();
		void this.#measure(TRIPS_ON_RETURN);
	};

	#checkSleep(): void {
		if (Math.abs(this.#clockDifference() - this.#clockDifferenceMs) < CLOCK_JUMP_MS) return;
		this.#clockDifferenceMs = this.#clockDifference();
		this.clock.reset();
		void this.#measure(SAMPLES);
	}

	#clockDifference(): number {
		return this.#clocks.wall() - this.#clocks.monotonic();
	}

	/** A new round or connection ends a round that is still running. */
	async #measure(trips: number): Promise<void> {
		const hub = this.#hub;
		const round = ++this.#round;
		for (let trip = 0; hub && trip < trips; trip++) {
			const sentMs = this.#clocks.monotonic();
			const answer = await ask(hub, sentMs);
			if (round !== this.#round || answer === undefined) return;
			this.clock.add({ sentMs, receivedMs: this.#clocks.monotonic(), serverMs: answer.serverMs });
			this.#onround();
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
			if (round !== this.#round) return;
		}
	}
}

/** Undefined if the connection was lost: the next connect starts a new round. */
async function ask(hub: Hub, clientMs: number): Promise<{ serverMs: number } | undefined> {
	try {
		return await hub.invoke<{ serverMs: number }>('Sync', clientMs);
	} catch {
		return undefined;
	}
}
