import type { Cue } from './cues';

/** The frequencies of each cue's two tones, in hertz. */
const tones: Record<Cue['kind'], [number, number]> = {
	step: [523, 659],
	hold: [659, 784],
	halfway: [587, 587],
	thirty: [587, 523],
	end: [784, 1047],
};

/** Plays the tones of a routine's cues; silent until an interaction allows the page to play sound. */
export class Chime {
	readonly #context = new AudioContext();

	play(kind: Cue['kind']): void {
		// A context that was created before any interaction is suspended.
		if (this.#context.state === 'suspended') void this.#context.resume();
		tones[kind].forEach((frequency, index) => this.#tone(frequency, index * 0.16));
	}

	close(): void {
		void this.#context.close();
	}

	#tone(frequency: number, delay: number): void {
		const start = this.#context.currentTime + delay;
		const gain = this.#context.createGain();
		gain.gain.setValueAtTime(0, start);
		gain.gain.linearRampToValueAtTime(0.16, start + 0.03);
		gain.gain.exponentialRampToValueAtTime(0.001, start + 0.7);
		const oscillator = this.#context.createOscillator();
		oscillator.frequency.value = frequency;
		oscillator.connect(gain).connect(this.#context.destination);
		oscillator.start(start);
		oscillator.stop(start + 0.75);
	}
}
