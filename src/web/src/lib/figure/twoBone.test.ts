import { describe, expect, it } from 'vitest';
import { reach } from './twoBone';
import { distance } from './vector';

describe('reach', () => {
	it('Reach_TargetWithinReach_MeetsItWithBothLengths', () => {
		const { middle, end, miss } = reach([0, 0, 0], [20, 60, 5], 44, 43, [1, 0, 0]);
		expect(miss).toBeCloseTo(0);
		expect(distance([0, 0, 0], middle)).toBeCloseTo(44);
		expect(distance(middle, end)).toBeCloseTo(43);
		expect(distance(end, [20, 60, 5])).toBeCloseTo(0);
	});

	it('Reach_Pole_IsWhereTheJointBends', () => {
		expect(reach([0, 0, 0], [0, 60, 0], 44, 43, [1, 0, 0]).middle[0]).toBeGreaterThan(20);
		expect(reach([0, 0, 0], [0, 60, 0], 44, 43, [-1, 0, 0]).middle[0]).toBeLessThan(-20);
	});

	it('Reach_TargetTooFar_StretchesTowardIt', () => {
		const { end, miss } = reach([0, 0, 0], [0, 100, 0], 44, 43, [1, 0, 0]);
		expect(end[1]).toBeCloseTo(87);
		expect(miss).toBeCloseTo(13);
	});
});
