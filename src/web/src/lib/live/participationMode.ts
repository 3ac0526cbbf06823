import { storage, type KeyedStorage } from '$lib/storage/storage';

/** How one does a break: what the room does, or one's own steps in the room's time (rule 28). */
export type ParticipationMode = 'room' | 'seated' | 'gentle';

const KEY = 'room-way';

/** The way chosen last on this device. */
export function savedParticipationMode(from: KeyedStorage = storage): ParticipationMode {
	const saved = from.get(KEY);
	return saved === 'seated' || saved === 'gentle' ? saved : 'room';
}

export function saveParticipationMode(way: ParticipationMode, to: KeyedStorage = storage): void {
	to.set(KEY, way);
}
