import { describe, expect, it } from 'vitest';
import type { Progress } from '$lib/api/types';
import { doneDays, isName, isOver } from './certificate';

describe('doneDays', () => {
	it('DoneDays_OfAllWeeks_CountsBonusDaysToo', () => {
		const days = (['done', 'missed', 'done', 'off'] as const).map((state) => ({
			date: '2026-03-02',
			state,
		}));
		const weeks = [{ days }, { days: days.slice(0, 1) }] as Progress['weeks'];
		expect(doneDays({ weeks, ring: { due: 3, done: 2 } })).toBe(3);
	});

	it('DoneDays_AfterThePurgeOfTheDays_AreThoseOfTheRing', () =>
		expect(doneDays({ weeks: [], ring: { due: 30, done: 24 } })).toBe(24));
});

describe('isName', () => {
	it('IsName_WithOtherCaseAndSpaces_IsTrue', () => expect(isName(' spring ', 'Spring')).toBe(true));
	it('IsName_OfAPart_IsFalse', () => expect(isName('Spr', 'Spring')).toBe(false));
	it('IsName_OfNothing_IsFalse', () => expect(isName('', 'Spring')).toBe(false));
});

describe('isOver', () => {
	it.each(['closed', 'final', 'cancelled'])('IsOver_%s_IsTrue', (state) =>
		expect(isOver(state)).toBe(true),
	);
	it.each(['draft', 'open', 'running'])('IsOver_%s_IsFalse', (state) =>
		expect(isOver(state)).toBe(false),
	);
});
