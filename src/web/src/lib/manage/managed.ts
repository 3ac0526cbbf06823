import { getContext, setContext } from 'svelte';
import type { ChallengeView } from '$lib/api/types';

/** The challenge that the console shows, for its sections. */
export interface Managed {
	readonly challenge: ChallengeView;
	/** Fetches it again, after a change. */
	load(): Promise<void>;
}

const KEY = Symbol('managed');

export const provideManaged = (managed: Managed): Managed => setContext(KEY, managed);

export const useManaged = (): Managed => getContext<Managed>(KEY);
