const FIRST = 500;
const LONGEST = 30_000;
/** How long somebody in a running break waits for the next try, and for how many tries. */
const EAGER = 1_200;
const EAGER_TRIES = 50;

/** Milliseconds before the given try (from 1 on): doubling up to half a minute, and scattered. */
export function backoff(attempt: number, random: () => number = Math.random): number {
	const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 10));
	return scattered(longest, random);
}

/** The same for a break that goes on meanwhile: about every second for a minute, and only then more seldom. */
export function eagerBackoff(attempt: number, random: () => number = Math.random): number {
	return attempt <= EAGER_TRIES ? scattered(EAGER, random) : backoff(attempt - EAGER_TRIES, random);
}

function scattered(longest: number, random: () => number): number {
	return longest * (0.5 + random() / 2);
}
