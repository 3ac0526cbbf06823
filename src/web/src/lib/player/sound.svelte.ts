import { m } from '$lib/paraglide/messages';
import { storage, type KeyedStorage } from '$lib/storage/storage';
import { chime, type Chime } from './chime';
import type { Cue } from './cues';
import { savedSoundMode, saveSoundMode, type SoundMode } from './soundMode';
import { voice, type Voice } from './voice';
import { wakeSound } from './wakeSound';

type Tones = Pick<Chime, 'play' | 'wake' | 'rest'>;
type Speech = Pick<Voice, 'speak' | 'wake' | 'rest'>;

/** The interactions in which browsers allow sound. */
const INTERACTIONS = ['click', 'keydown'] as const;

/** The sound of a routine. Off by default; the choice is stored on this device. */
export class Sound {
	mode = $state<SoundMode>('off');

	readonly #storage: Pick<KeyedStorage, 'get' | 'set'>;
	readonly #tones: Tones;
	readonly #speech: Speech;

	constructor(
		store: Pick<KeyedStorage, 'get' | 'set'> = storage,
		tones: Tones = chime,
		speech: Speech = voice,
	) {
		this.#storage = store;
		this.#tones = tones;
		this.#speech = speech;
		this.mode = savedSoundMode(store);
	}

	/** Keeps the sound allowed, at each interaction and on the return to the page, until the returned function is called. */
	open(): () => void {
		const wake = () => wakeSound(this.mode, this.#tones, this.#speech);
		const onReturn = () => {
			if (document.visibilityState === 'visible') wake();
		};
		// Before the handlers of the interaction, which may play a cue.
		INTERACTIONS.forEach((name) => document.addEventListener(name, wake, { capture: true }));
		document.addEventListener('visibilitychange', onReturn);
		return () => {
			INTERACTIONS.forEach((name) => document.removeEventListener(name, wake, { capture: true }));
			document.removeEventListener('visibilitychange', onReturn);
			this.close();
		};
	}

	/** Sets the mode. It is called in a click handler, so the browser allows sound; a tone or a word confirms it. */
	choose(mode: SoundMode): void {
		this.mode = mode;
		saveSoundMode(mode, this.#storage);
		if (mode === 'off') return this.close();
		void this.#tones.play('hold');
		if (mode === 'voice') this.#speech.speak(m.sound_voice());
		else this.#speech.rest();
	}

	/** Plays a cue, and speaks its text if the voice is on. */
	cue(kind: Cue['kind'], words: string): void {
		if (this.mode === 'off') return;
		void this.#tones.play(kind);
		if (this.mode === 'voice') this.#speech.speak(words);
	}

	/** Speaks a text on request, unless sound is off. */
	tell(words: string): void {
		if (this.mode !== 'off') this.#speech.speak(words);
	}

	/** Stops all sound. */
	close(): void {
		this.#tones.rest();
		this.#speech.rest();
	}
}
