import { describe, expect, it } from 'vitest';
import { poseAt, shownAt, shownMs, stillOf } from './timeline';
import type { FigureData } from './types';

const figure: FigureData = {
	rhythm: 'hold',
	worked: [],
	poses: {
		stand: { root: [0, -92.6], pin: { heel: [-2, 0] }, sole: 90 },
		lean: { like: 'stand', pelvis: 30 },
		deeper: { like: 'lean', pelvis: 40 },
	},
	key: 'lean',
	start: 'stand',
	enter: [{ pose: 'lean', ms: 1000 }],
	loop: [
		{ pose: 'deeper', ms: 2000 },
		{ pose: 'lean', ms: 2000 },
	],
};
const lean = (ms: number) => poseAt(figure, ms).body.posture.pelvis;

describe('poseAt', () => {
	it('PoseAt_BeforeTheStep_WaitsAtTheStart', () => {
		expect(lean(-500)).toBe(0);
	});

	it('PoseAt_HalfwayIntoAPose_IsHalfway', () => {
		expect(lean(500)).toBeCloseTo(15);
	});

	it('PoseAt_EarlyInAMove_StartsGently', () => {
		expect(lean(100)).toBeLessThan(1);
	});

	it('PoseAt_LongAfterEntering_StaysInItsLoop', () => {
		expect(lean(1000 + 4000 * 50)).toBeCloseTo(30);
		expect(lean(3000 + 4000 * 50)).toBeCloseTo(40);
	});

	it('PoseAt_TheSameTime_IsTheSamePose', () => {
		expect(poseAt(figure, 1234)).toEqual(poseAt(figure, 1234));
	});

	it('PoseAt_PlantedFeet_StayWhereTheyAre', () => {
		const heel = stillOf(figure, 'stand').body.limbs.legN.heel;
		const moved = poseAt(figure, 700).body.limbs.legN.heel;
		moved.forEach((value, axis) => expect(value).toBeCloseTo(heel[axis] ?? NaN));
	});
});

describe('shownAt', () => {
	it('ShownAt_TheEndOfTheShow_IsBackAtTheStart', () => {
		expect(shownAt(figure, shownMs(figure) - 1).body.posture.pelvis).toBeCloseTo(0, 1);
		expect(shownAt(figure, shownMs(figure)).body.posture.pelvis).toBe(0);
	});
});
