import { describe, expect, it } from 'vitest';
import { step } from './testing';
import { shortestMs, Timeline } from './timeline';

const timeline = new Timeline([
	step({ seconds: 30, getReady: 5 }),
	step({ seconds: 20 }),
	step({ seconds: 30, getReady: 5 }),
]);

describe('Timeline.at', () => {
	it.each([
		[0, 0, 'ready', 5000],
		[4999, 0, 'ready', 1],
		[5000, 0, 'hold', 30_000],
		[34_999, 0, 'hold', 1],
		[35_000, 1, 'hold', 20_000],
		[55_000, 2, 'ready', 5000],
		[60_500, 2, 'hold', 29_500],
	])('at %i ms is in step %i, %s, with %i ms left', (elapsed, index, phase, remainingMs) => {
		expect(timeline.at(elapsed)).toMatchObject({ step: index, phase, remainingMs });
	});

	it('is finished from the last instant on', () => {
		expect(timeline.totalMs).toBe(90_000);
		expect(timeline.at(90_000)).toMatchObject({ step: 3, phase: 'finished', remainingMs: 0 });
		expect(timeline.at(1e9).phase).toBe('finished');
	});

	it('is finished at once without steps', () => {
		expect(new Timeline([]).at(0).phase).toBe('finished');
	});
});

describe('Timeline.endOf', () => {
	it('is where the next step begins', () => {
		expect([0, 1, 2].map((index) => timeline.endOf(index))).toEqual([35_000, 55_000, 90_000]);
	});
});

describe('shortestMs', () => {
	const steps = [step({ seconds: 50, getReady: 5 }), step({ seconds: 50 })];

	it('is four fifths of the planned time', () => {
		expect(shortestMs(100, steps, [])).toBe(80_000);
	});

	it('leaves skipped steps out, up to half', () => {
		expect(shortestMs(100, steps, [0])).toBe(40_000);
		expect(shortestMs(100, steps, [0, 1])).toBe(40_000);
	});
});
