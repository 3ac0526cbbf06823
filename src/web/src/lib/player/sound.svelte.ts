import { storage, type KeyedStorage } from '$lib/storage/storage';
import { Chime } from './chime';
import type { Cue } from './cues';
import { speak } from './speak';

/** What one hears at the cues of a routine: nothing, soft tones, or tones and the words. */
export type SoundMode = 'off' | 'tones' | 'voice';

type Tones = Pick<Chime, 'play' | 'close'>;

const KEY = 'sound';

/** The sound of a routine: off unless it was asked for. The choice stays on this device. */
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

	/** Chosen by a tap, which lets a browser play; a tone tells that it is on. */
	choose(mode: SoundMode): void {
		this.mode = mode;
		this.#storage.set(KEY, mode);
		if (mode === 'off') this.close();
		else this.#play('hold');
	}

	/** A moment of the routine, and what is said of it. */
	cue(kind: Cue['kind'], words: string): void {
		if (this.mode === 'off') return;
		this.#play(kind);
		if (this.mode === 'voice') this.#speak(words);
	}

	/** Says what was asked for, in whatever way sound is on. */
	tell(words: string): void {
		if (this.mode !== 'off') this.#speak(words);
	}

	/** Ends what still sounds. */
	close(): void {
		this.#chime?.close();
		this.#chime = undefined;
	}

	#play(kind: Cue['kind']): void {
		this.#chime ??= this.#makeChime();
		this.#chime.play(kind);
	}
}
