import { describe, expect, it } from 'vitest';
import { cueBetween, cuesOf } from './cues';
import { step } from './testing';
import { Timeline } from './timeline';

describe('cuesOf', () => {
	it('names a step once, then its hold, its middle and the end', () => {
		const cues = cuesOf(
			new Timeline([step({ seconds: 30, getReady: 5 }), step({ seconds: 10, getReady: 0 })]),
		);
		expect(cues.map(({ kind, at }) => [kind, at])).toEqual([
			['step', 0],
			['hold', 5000],
			['halfway', 20_000],
			['step', 35_000],
			['end', 45_000],
		]);
	});

	it('says when 30 seconds of a long hold are left', () => {
		const cues = cuesOf(new Timeline([step({ seconds: 90, getReady: 0 })]));
		expect(cues.find(({ kind }) => kind === 'thirty')?.at).toBe(60_000);
	});
});

describe('cueBetween', () => {
	const cues = cuesOf(
		new Timeline([step({ seconds: 30, getReady: 5 }), step({ seconds: 10, getReady: 0 })]),
	);

	it('tells a cue once', () => {
		expect(cueBetween(cues, 4000, 5000)?.kind).toBe('hold');
		expect(cueBetween(cues, 5000, 6000)).toBeUndefined();
	});

	it('tells the latest alone after a sleep', () => {
		expect(cueBetween(cues, 1000, 36_000)).toMatchObject({ kind: 'step', step: 1 });
	});
});
