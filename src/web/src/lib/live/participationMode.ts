import { storage, type KeyedStorage } from '$lib/storage/storage';

/** How a person takes part in a break: with the room's exercises, or with a variant in the same time (rule 28). */
export type ParticipationMode = 'room' | 'seated' | 'gentle';

const KEY = 'room-way';

/** The last mode chosen on this device. */
export function savedParticipationMode(from: KeyedStorage = storage): ParticipationMode {
	const saved = from.get(KEY);
	return saved === 'seated' || saved === 'gentle' ? saved : 'room';
}

export function saveParticipationMode(mode: ParticipationMode, to: KeyedStorage = storage): void {
	to.set(KEY, mode);
}
