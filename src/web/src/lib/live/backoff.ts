const BASE_MS = 500;
const MAX_MS = 30_000;
/** The longest wait, and the number of attempts, while a break is running. */
const EAGER_MS = 1_200;
const EAGER_ATTEMPTS = 50;

/** Milliseconds before the given attempt (from 1 on): exponential up to half a minute, with jitter. */
export function backoff(attempt: number, random: () => number = Math.random): number {
	const maxMs = Math.min(MAX_MS, BASE_MS * 2 ** Math.min(attempt, 10));
	return jittered(maxMs, random);
}

/** The same for a running break: about every second for the first 50 attempts, then exponential. */
export function eagerBackoff(attempt: number, random: () => number = Math.random): number {
	return attempt <= EAGER_ATTEMPTS
		? jittered(EAGER_MS, random)
		: backoff(attempt - EAGER_ATTEMPTS, random);
}

function jittered(maxMs: number, random: () => number): number {
	return maxMs * (0.5 + random() / 2);
}
