import { storage, type KeyedStorage } from '$lib/storage/storage';

/** The sound at the cues of a routine: none, tones, or tones and speech. */
export type SoundMode = 'off' | 'tones' | 'voice';

const KEY = 'sound';

/** The last mode chosen on this device. */
export function savedSoundMode(from: Pick<KeyedStorage, 'get'> = storage): SoundMode {
	const saved = from.get(KEY);
	return saved === 'tones' || saved === 'voice' ? saved : 'off';
}

export function saveSoundMode(mode: SoundMode, to: Pick<KeyedStorage, 'set'> = storage): void {
	to.set(KEY, mode);
}
