const BASE_MS = 500;
const MAX_MS = 30_000;
/** How long somebody in a running break waits for the next try, and for how many tries. */
const EAGER_MS = 1_200;
const EAGER_ATTEMPTS = 50;

/** Milliseconds before the given try (from 1 on): doubling up to half a minute, and scattered. */
export function backoff(attempt: number, random: () => number = Math.random): number {
	const maxMs = Math.min(MAX_MS, BASE_MS * 2 ** Math.min(attempt, 10));
	return jittered(maxMs, random);
}

/** The same for a break that goes on meanwhile: about every second for a minute, and only then more seldom. */
export function eagerBackoff(attempt: number, random: () => number = Math.random): number {
	return attempt <= EAGER_ATTEMPTS
		? jittered(EAGER_MS, random)
		: backoff(attempt - EAGER_ATTEMPTS, random);
}

function jittered(maxMs: number, random: () => number): number {
	return maxMs * (0.5 + random() / 2);
}
