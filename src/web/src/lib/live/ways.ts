import { storage, type KeyedStorage } from '$lib/storage/storage';

/** How one does a break: what the room does, or one's own steps in the room's time (rule 28). */
export type Way = 'room' | 'seated' | 'gentle';

const KEY = 'room-way';

/** The way chosen last on this device. */
export function lastWay(from: KeyedStorage = storage): Way {
	const saved = from.get(KEY);
	return saved === 'seated' || saved === 'gentle' ? saved : 'room';
}

export function keepWay(way: Way, to: KeyedStorage = storage): void {
	to.set(KEY, way);
}
