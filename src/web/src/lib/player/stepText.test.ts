import { describe, expect, it } from 'vitest';
import { step } from './testing';
import { Timeline } from './timeline';
import { cueText, phaseName } from './stepText';

const timeline = new Timeline([
	step({ exercise: 'calf', side: 'left', getReady: 5 }),
	step({ exercise: 'calf', side: 'right', getReady: 5 }),
	step({ exercise: 'fold', getReady: 8 }),
	step({ exercise: 'fold', getReady: 5 }),
]);

describe('phaseName', () => {
	it.each([
		[0, 'Get ready'],
		[1, 'Switch sides'],
		[2, 'Get ready'],
		[3, 'Rest'],
	])('before step %i says: %s', (index, words) => {
		const position = timeline.at(timeline.endOf(index - 1));
		expect(phaseName(timeline, position)).toBe(words);
	});

	it('says to hold in a hold', () => {
		expect(phaseName(timeline, timeline.at(6000))).toBe('Hold');
	});
});

describe('cueText', () => {
	it.each([
		[0, 'calf, Left side'],
		[1, 'Switch: Right side'],
		[2, 'fold'],
	])('announces step %i as: %s', (index, words) => {
		expect(cueText(timeline, { kind: 'step', at: 0, step: index })).toBe(words);
	});
});
