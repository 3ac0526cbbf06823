const FIRST = 500;
const LONGEST = 30_000;

/** Milliseconds before the given try (from 1 on): doubling up to half a minute, and scattered. */
export function backoff(attempt: number, random: () => number = Math.random): number {
	const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 10));
	return longest * (0.5 + random() / 2);
}
