import { storage, type KeyedStorage } from '$lib/storage/storage';

/** How one takes part in a break: the room's exercises, or one's own in the room's time (rule 28). */
export type ParticipationMode = 'room' | 'seated' | 'gentle';

const KEY = 'room-way';

/** The mode chosen last on this device. */
export function savedParticipationMode(from: KeyedStorage = storage): ParticipationMode {
	const saved = from.get(KEY);
	return saved === 'seated' || saved === 'gentle' ? saved : 'room';
}

export function saveParticipationMode(mode: ParticipationMode, to: KeyedStorage = storage): void {
	to.set(KEY, mode);
}
