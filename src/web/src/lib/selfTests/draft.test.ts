import { describe, expect, it } from 'vitest';
import { emptyDraft, requestOf } from './draft';

const draft = emptyDraft('2026-03-10');

describe('requestOf', () => {
	it('is nothing without a value', () => {
		expect(requestOf(draft)).toBeUndefined();
	});

	it('sends what was entered and leaves the rest out', () => {
		expect(requestOf({ ...draft, feeling: 0 })).toEqual({ takenOn: '2026-03-10', backFeeling: 0 });
	});

	it('sends one leg alone', () => {
		expect(requestOf({ ...draft, right: 71 })?.straightLegRaise).toEqual({ left: null, right: 71 });
	});

	it('counts down what is short of the toes', () => {
		expect(requestOf({ ...draft, reach: 4.5, direction: 'short' })?.sitAndReach).toBe(-4.5);
		expect(requestOf({ ...draft, reach: 4.5 })?.sitAndReach).toBe(4.5);
	});

	it('has one zero, whichever side of it', () => {
		expect(requestOf({ ...draft, reach: 0, direction: 'short' })?.sitAndReach).toBe(0);
	});
});
