const BASE_MS = 500;
const MAX_MS = 30_000;
/** In the first minute of an outage a live view waits at most this long, so that it is back soon after a restart. */
const SOON_MS = 8_000;
const SOON_ATTEMPTS = 10;
/** The mean wait, and the number of attempts, while a break is running. */
const EAGER_MS = 1_000;
const EAGER_ATTEMPTS = 50;

/** Milliseconds before the given attempt (from 1 on): exponential up to half a minute, with jitter. */
export function backoff(attempt: number, random: () => number = Math.random): number {
	const maxMs = Math.min(MAX_MS, BASE_MS * 2 ** Math.min(attempt, 10));
	return jittered(maxMs, random);
}

/** The same for a live view, which tries more often at first. */
export function liveBackoff(attempt: number, random: () => number = Math.random): number {
	const waitMs = backoff(attempt, random);
	return attempt <= SOON_ATTEMPTS ? Math.min(waitMs, jittered(SOON_MS, random)) : waitMs;
}

/** The same for a break: about every second for the first 50 attempts. */
export function eagerBackoff(attempt: number, random: () => number = Math.random): number {
	return attempt <= EAGER_ATTEMPTS
		? Math.round(EAGER_MS * (0.4 + 1.2 * random()))
		: liveBackoff(attempt - EAGER_ATTEMPTS + SOON_ATTEMPTS, random);
}

/** Between half of a time and the whole of it, in milliseconds. */
export function jittered(maxMs: number, random: () => number = Math.random): number {
	return Math.round(maxMs * (0.5 + random() / 2));
}
