import type { Cue } from './cues';

/** The frequencies of each cue's two tones, in hertz. */
const tones: Record<Cue['kind'], [number, number]> = {
	step: [523, 659],
	hold: [659, 784],
	halfway: [587, 587],
	thirty: [587, 523],
	end: [784, 1047],
};

/** A cue whose tones could not start within this time is outdated. In milliseconds. */
const OUTDATED_MS = 600;

/**
 * Plays the tones of a routine's cues. Browsers start the audio context in an interaction alone, and stop it for calls, locked
 * screens and hidden pages: {@link wake} starts it again, and a cue meanwhile is dropped.
 */
export class Chime {
	readonly #create: () => AudioContext;
	readonly #now: () => number;
	#context: AudioContext | undefined;

	constructor(create = () => new AudioContext(), now = () => performance.now()) {
		this.#create = create;
		this.#now = now;
	}

	/** Lets tones be heard; resolves once the context runs. Call it in an interaction. */
	async wake(): Promise<void> {
		try {
			this.#context ??= this.#create();
			if (this.#context.state !== 'running') await this.#context.resume();
		} catch {
			// There is no audio, or the browser refuses it for now.
		}
	}

	async play(kind: Cue['kind']): Promise<void> {
		const cuedAt = this.#now();
		if (this.#context?.state !== 'running') await this.wake();
		const context = this.#context;
		if (context?.state !== 'running' || this.#now() - cuedAt > OUTDATED_MS) return;
		tones[kind].forEach((frequency, index) => playTone(context, frequency, index * 0.16));
	}

	/** Stops all tones. The context stays, because a new one would need another interaction. */
	rest(): void {
		void this.#context?.suspend().catch(() => undefined);
	}
}

function playTone(context: AudioContext, frequency: number, delay: number): void {
	const start = context.currentTime + delay;
	const gain = context.createGain();
	gain.gain.setValueAtTime(0, start);
	gain.gain.linearRampToValueAtTime(0.16, start + 0.03);
	gain.gain.exponentialRampToValueAtTime(0.001, start + 0.7);
	const oscillator = context.createOscillator();
	oscillator.frequency.value = frequency;
	oscillator.connect(gain).connect(context.destination);
	oscillator.start(start);
	oscillator.stop(start + 0.75);
}

/** One for the whole page: an interaction on one view allows it on the next. */
export const chime = new Chime();
