import { describe, expect, it } from 'vitest';
import { mayPlan } from './planning';

const challenge = { id: '1', name: 'Spring' };

describe('mayPlan', () => {
	it.each([
		['participant', 'captains', false],
		['participant', 'all', true],
		['captain', 'captains', true],
		['organiser', 'captains', true],
	] as const)('MayPlan_%s_WherePlanningIs_%s', (role, planning, expected) => {
		expect(mayPlan({ ...challenge, role, planning })).toBe(expected);
	});

	it('MayPlan_NotKnownHere_IsLeftToTheServer', () => {
		expect(mayPlan(challenge)).toBe(true);
	});
});
