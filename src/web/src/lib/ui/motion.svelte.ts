import { prefersReducedMotion } from 'svelte/motion';
import { storage, type KeyedStorage } from '$lib/storage/storage';

/** How much moves: as the system's setting, less, or all. */
export type MotionChoice = 'system' | 'reduced' | 'full';

const KEY = 'motion';

/** The motion setting of this device: scripts ask here, styles use the durations of tokens.css. */
export class Motion {
	choice = $state<MotionChoice>('system');

	readonly #storage: Pick<KeyedStorage, 'get' | 'set'>;

	constructor(store: Pick<KeyedStorage, 'get' | 'set'> = storage) {
		this.#storage = store;
		const saved = store.get(KEY);
		if (saved === 'reduced' || saved === 'full') this.choice = saved;
	}

	get isReduced(): boolean {
		return this.choice === 'system' ? prefersReducedMotion.current : this.choice === 'reduced';
	}

	/** Stores the choice and shows it, as /theme.js does before the first paint; returns whether it outlives the page. */
	choose(choice: MotionChoice): boolean {
		this.choice = choice;
		const { dataset } = document.documentElement;
		if (choice === 'system') delete dataset.motion;
		else dataset.motion = choice;
		return this.#storage.set(KEY, choice);
	}
}

export const motion = new Motion();
