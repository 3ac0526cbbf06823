/** One round trip: when it left and came back on this browser's monotonic clock, and the server's time in between. */
export interface RoundTrip {
	sentMs: number;
	receivedMs: number;
	serverMs: number;
}

interface Sample {
	/** The server's time less this browser's, were both ways equally long. */
	offsetMs: number;
	/** The offset is wrong by no more than this, however unequal the ways were. */
	boundMs: number;
	takenMs: number;
}

/** How many round trips are remembered; older ones than five minutes are not, because clocks drift. */
export const SAMPLES = 16;
const MAX_AGE_MS = 5 * 60_000;
/** Only the fastest count: what made the others slow made them unequal too. */
const FASTEST_SAMPLES = 4;
/** Corrections up to this much never turn the clock back; larger ones are jumps, and are shown. */
const MAX_SMOOTHED_MS = 250;
/** By how much two ordinary clocks may drift apart, as a part of the time (100 millionths). */
const DRIFT = 1e-4;
/** What rounding to whole milliseconds may add. */
const ROUNDING_MS = 2;

/**
 * The server's clock as this browser estimates it, after the way of NTP (RFC 5905): the offset is the mean of those of
 * the fastest round trips, weighted for speed. It counts on the monotonic clock alone, so the wall clock may jump.
 */
export class ServerClock {
	#samples: Sample[] = [];
	#offsetMs = 0;
	#lastMs = -Infinity;

	/** Whether a round trip has told anything yet. */
	get known(): boolean {
		return this.#samples.length > 0;
	}

	/** By how much the estimate may be wrong: half of the fastest round trip, and drift since. Infinity while unknown. */
	errorAt(monotonicMs: number): number {
		return Math.min(Infinity, ...this.#samples.map((sample) => boundAt(sample, monotonicMs)));
	}

	add({ sentMs, receivedMs, serverMs }: RoundTrip): void {
		const sample = {
			offsetMs: serverMs - (sentMs + receivedMs) / 2,
			boundMs: (receivedMs - sentMs) / 2,
			takenMs: receivedMs,
		};
		const overlapping = this.#samples.filter(
			(other) => receivedMs - other.takenMs <= MAX_AGE_MS && boundsOverlap(sample, other),
		);
		// One clock ran on undisturbed as long as all bounds overlap. Where they do not, only the newest tells the truth.
		this.#samples = [...overlapping, sample].slice(-SAMPLES);
		this.#offsetMs = offsetOf(this.#samples, receivedMs);
	}

	/** Forgets everything, after a sleep for example. */
	reset(): void {
		this.#samples = [];
		this.#lastMs = -Infinity;
	}

	/** The server's time at a moment of the monotonic clock, in milliseconds. Small corrections never turn it back. */
	at(monotonicMs: number): number {
		const ms = monotonicMs + this.#offsetMs;
		this.#lastMs = ms < this.#lastMs && this.#lastMs - ms <= MAX_SMOOTHED_MS ? this.#lastMs : ms;
		return this.#lastMs;
	}
}

function boundAt(sample: Sample, monotonicMs: number): number {
	return sample.boundMs + DRIFT * Math.max(0, monotonicMs - sample.takenMs);
}

function boundsOverlap(newest: Sample, other: Sample): boolean {
	const bound = newest.boundMs + boundAt(other, newest.takenMs) + ROUNDING_MS;
	return Math.abs(newest.offsetMs - other.offsetMs) <= bound;
}

function offsetOf(samples: readonly Sample[], nowMs: number): number {
	const fastest = samples
		.map((sample) => ({ offsetMs: sample.offsetMs, boundMs: boundAt(sample, nowMs) }))
		.sort((one, other) => one.boundMs - other.boundMs)
		.slice(0, FASTEST_SAMPLES);
	const weighted = fastest.map(({ offsetMs, boundMs }) => ({
		offsetMs,
		weight: 1 / (boundMs + 1) ** 2,
	}));
	const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
	return weighted.reduce((mean, { offsetMs, weight }) => mean + offsetMs * (weight / total), 0);
}
