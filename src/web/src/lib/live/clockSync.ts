import type { Hub } from './hub';
import { jittered } from './backoff';
import { ServerClock, type RoundTrip } from './serverClock';

/** How many round trips are made, and the longest pause before each. Few, because all browsers of a room ask. */
interface Round {
	trips: number;
	pauseMs: number;
}

/** While the clock is unknown. */
const FIRST: Round = { trips: 8, pauseMs: 120 };
/** After a reconnect, at which the clock is known: slow, because after a restart of the server all browsers do so. */
const RECONNECT: Round = { trips: 3, pauseMs: 2_000 };
const RETURN: Round = { trips: 4, pauseMs: 120 };
/** Enough to follow drift. */
const REGULAR: Round = { trips: 1, pauseMs: 0 };
const REGULAR_INTERVAL_MS = 30_000;
const SLEEP_CHECK_INTERVAL_MS = 1_000;
/** A larger change between wall clock and monotonic clock means that the device slept or the wall clock was set. */
const CLOCK_JUMP_MS = 500;

interface Clocks {
	monotonic: () => number;
	wall: () => number;
}

const browserClocks: Clocks = { monotonic: () => performance.now(), wall: () => Date.now() };

/**
 * Feeds a {@link ServerClock} with round trips over the hub: after each connect, every half a minute, when the page becomes
 * visible, and from the start after a sleep.
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

	/** Uses another call as a round trip too. */
	add(trip: RoundTrip): void {
		this.clock.add(trip);
		this.#onround();
	}

	/** Starts, or continues over a new connection. */
	start(hub: Hub): Promise<void> {
		this.stop();
		this.#hub = hub;
		this.#clockDifferenceMs = this.#clockDifference();
		this.#timers = [
			setInterval(() => void this.#measure(REGULAR), REGULAR_INTERVAL_MS),
			setInterval(() => this.#checkSleep(), SLEEP_CHECK_INTERVAL_MS),
		];
		document.addEventListener('visibilitychange', this.#onVisibilityChange);
		return this.#measure(this.clock.known ? RECONNECT : FIRST);
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
		void this.#measure(RETURN);
	};

	#checkSleep(): void {
		if (Math.abs(this.#clockDifference() - this.#clockDifferenceMs) < CLOCK_JUMP_MS) return;
		this.#clockDifferenceMs = this.#clockDifference();
		this.clock.reset();
		void this.#measure(FIRST);
	}

	#clockDifference(): number {
		return this.#clocks.wall() - this.#clocks.monotonic();
	}

	/** A new round or connection ends a round that is still running. */
	async #measure({ trips, pauseMs }: Round): Promise<void> {
		const hub = this.#hub;
		const round = ++this.#round;
		for (let trip = 0; hub && trip < trips; trip++) {
			if (this.clock.known) await pause(jittered(pauseMs));
			if (round !== this.#round) return;
			const sentMs = this.#clocks.monotonic();
			const answer = await ask(hub, sentMs);
			if (round !== this.#round || answer === undefined) return;
			this.add({ sentMs, receivedMs: this.#clocks.monotonic(), serverMs: answer.serverMs });
		}
	}
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Undefined if the connection was lost: the next connect starts a new round. */
async function ask(hub: Hub, clientMs: number): Promise<{ serverMs: number } | undefined> {
	try {
		return await hub.invoke<{ serverMs: number }>('Sync', clientMs);
	} catch {
		return undefined;
	}
}
