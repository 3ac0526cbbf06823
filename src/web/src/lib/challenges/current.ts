import type { ChallengeState } from '$lib/api/types';
import { storage } from '$lib/storage/storage';

const KEY = 'challenge';

type Known = { id: string; state: ChallengeState };

/** The challenge to show first: the last one viewed, else a running one, else the first. */
export function currentChallenge<C extends Known>(mine: readonly C[]): C | undefined {
	const last = storage.get(KEY);
	return (
		mine.find(({ id }) => id === last) ?? mine.find(({ state }) => state === 'running') ?? mine[0]
	);
}

export function keepCurrentChallenge(id: string): void {
	storage.set(KEY, id);
}
