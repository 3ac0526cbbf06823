import { describe, expect, it } from 'vitest';
import { step } from '$lib/player/testing';
import { contentsOf } from './contents';

describe('contentsOf', () => {
	it('names each exercise once, in order, and counts its steps', () => {
		const parts = contentsOf([
			step({ exercise: 'calf', side: 'left', seconds: 20 }),
			step({ exercise: 'calf', side: 'right', seconds: 20 }),
			step({ exercise: 'fold', seconds: 15 }),
			step({ exercise: 'calf', side: 'left', seconds: 20 }),
		]);
		expect(parts.map(({ exercise, seconds, times }) => [exercise, seconds, times])).toEqual([
			['calf', 20, 3],
			['fold', 15, 1],
		]);
	});
});
