import { storage, type KeyedStorage } from '$lib/storage/storage';
import { Chime } from './chime';
import type { Cue } from './cues';
import { speak } from './speak';

/** The sound at the cues of a routine: none, tones, or tones and speech. */
export type SoundMode = 'off' | 'tones' | 'voice';

type Tones = Pick<Chime, 'play' | 'close'>;

const KEY = 'sound';

/** The sound of a routine. Off by default; the choice is stored on this device. */
export class Sound {
	mode = $state<SoundMode>('off');

	readonly #storage: Pick<KeyedStorage, 'get' | 'set'>;
	readonly #makeChime: () => Tones;
	readonly #speak: (words: string) => void;
	#chime: Tones | undefined;

	constructor(
		store: Pick<KeyedStorage, 'get' | 'set'> = storage,
		makeChime: () => Tones = () => new Chime(),
		say = speak,
	) {
		this.#storage = store;
		this.#makeChime = makeChime;
		this.#speak = say;
		const saved = store.get(KEY);
		if (saved === 'tones' || saved === 'voice') this.mode = saved;
	}

	/** Sets the mode. It is called in a click handler, so the browser allows sound; a tone confirms it. */
	choose(mode: SoundMode): void {
		this.mode = mode;
		this.#storage.set(KEY, mode);
		if (mode === 'off') this.close();
		else this.#play('hold');
	}

	/** Plays a cue, and speaks its text if the voice is on. */
	cue(kind: Cue['kind'], words: string): void {
		if (this.mode === 'off') return;
		this.#play(kind);
		if (this.mode === 'voice') this.#speak(words);
	}

	/** Speaks a text on request, unless sound is off. */
	tell(words: string): void {
		if (this.mode !== 'off') this.#speak(words);
	}

	/** Stops all tones. */
	close(): void {
		this.#chime?.close();
		this.#chime = undefined;
	}

	#play(kind: Cue['kind']): void {
		this.#chime ??= this.#makeChime();
		this.#chime.play(kind);
	}
}
