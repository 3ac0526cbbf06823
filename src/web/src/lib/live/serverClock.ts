/** One round trip: when it left and came back on this browser's monotonic clock, and the server's time in between. */
export interface RoundTrip {
	sentMs: number;
	receivedMs: number;
	serverMs: number;
}

interface Sample {
	/** Server time minus browser time, if both directions take equally long. */
	offsetMs: number;
	/** The largest error of the offset, for any asymmetry of the two directions. */
	boundMs: number;
	takenMs: number;
}

/** The number of samples that are kept. Those older than five minutes are dropped, because clocks drift. */
export const SAMPLES = 16;
const MAX_AGE_MS = 5 * 60_000;
/** Only the fastest samples are used: slow ones are usually asymmetric too. */
const FASTEST_SAMPLES = 4;
/** The clock is not set back for corrections up to this much; larger ones are applied at once. */
const MAX_SMOOTHED_MS = 250;
/** The drift allowed between the two clocks, as a fraction of the time (100 ppm). */
const DRIFT = 1e-4;
/** Allowance for rounding to whole milliseconds. */
const ROUNDING_MS = 2;

/**
 * An estimate of the server's clock, similar to NTP (RFC 5905): the offset is the mean of the fastest round trips,
 * weighted by speed. It uses the monotonic clock only, so a change of the wall clock has no effect.
 */
export class ServerClock {
	#samples: Sample[] = [];
	#offsetMs = 0;
	#lastMs = -Infinity;

	/** Whether there is a sample yet. */
	get known(): boolean {
		return this.#samples.length > 0;
	}

	/** The largest error of the estimate: half of the fastest round trip, plus drift. Infinity without samples. */
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
		// Samples whose bounds do not overlap the newest one's are from before a clock was set.
		this.#samples = [...overlapping, sample].slice(-SAMPLES);
		this.#offsetMs = offsetOf(this.#samples, receivedMs);
	}

	/** Drops all samples, for example after a sleep. */
	reset(): void {
		this.#samples = [];
		this.#lastMs = -Infinity;
	}

	/** The server's time at a time of the monotonic clock, in milliseconds. Small corrections do not set it back. */
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
