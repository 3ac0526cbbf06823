import { describe, expect, it } from 'vitest';
import { problemsOf } from './schema';

const good = {
	rhythm: 'hold',
	worked: ['hamstringsN'],
	poses: { stand: { root: [0, -93], pelvis: 4, pin: { heel: [0, 0] }, sole: 90 } },
	key: 'stand',
	start: 'stand',
	loop: [{ pose: 'stand', ms: 0, hold: 1000 }],
};

describe('problemsOf', () => {
	it('ProblemsOf_AFigure_AreNone', () => {
		expect(problemsOf(good)).toEqual([]);
	});

	it('ProblemsOf_AMistypedName_NameItsPlace', () => {
		const poses = { stand: { pelvs: 4 } };
		expect(problemsOf({ ...good, poses })).toEqual(['figure.poses.stand.pelvs is not known']);
	});

	it('ProblemsOf_AngleBeyondTheHuman_SayTheRange', () => {
		const poses = { stand: { neck: 120 } };
		expect(problemsOf({ ...good, poses })).toEqual([
			'figure.poses.stand.neck is 120, not between -50 and 65',
		]);
	});

	it('ProblemsOf_WhatIsMissing_SaySo', () => {
		const { key: _, ...keyless } = good;
		expect(problemsOf(keyless)).toEqual(['figure.key is missing']);
	});

	it('ProblemsOf_AnUnknownProp_NameIt', () => {
		expect(problemsOf({ ...good, props: [{ kind: 'sofa', x: 1 }] })).toEqual([
			'figure.props[0].kind is sofa, which is no prop',
		]);
	});
});
