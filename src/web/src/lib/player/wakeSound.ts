import { chime, type Chime } from './chime';
import { savedSoundMode, type SoundMode } from './soundMode';
import { voice, type Voice } from './voice';

/** Lets the chosen sound be heard from now on. Call it in an interaction that starts or continues a routine. */
export function wakeSound(
	mode: SoundMode = savedSoundMode(),
	tones: Pick<Chime, 'wake'> = chime,
	speech: Pick<Voice, 'wake'> = voice,
): void {
	if (mode !== 'off') void tones.wake();
	if (mode === 'voice') speech.wake();
}
