import { describe, expect, it } from 'vitest';
import { columnsOf, doseWords } from './amounts';

describe('doseWords', () => {
	it('names every part with its unit', () => {
		const dose = { hold: { min: 15, max: 30 }, breaths: 10, reps: { min: 3, max: 5 }, sets: 2 };
		expect(doseWords(dose, false)).toEqual([
			'hold 15–30 seconds',
			'10 slow breaths',
			'3–5 repetitions',
			'2 sets',
		]);
	});

	it('writes a fixed amount as one number, and leaves a single set out', () => {
		const dose = { hold: { min: 40, max: 40 }, reps: { min: 4, max: 4 }, sets: 1 };
		expect(doseWords(dose, false)).toEqual(['hold 40 seconds', '4 repetitions']);
	});

	it('says that the amount is for each side', () => {
		expect(doseWords({ breaths: 1 }, true)).toEqual(['1 slow breath', 'on each side']);
	});

	it('is empty where no amount is given, sides or not', () => {
		expect(doseWords({}, true)).toEqual([]);
	});
});

describe('columnsOf', () => {
	it('needs a column only where a stage fills it', () => {
		expect(
			columnsOf([
				{ week: 1, seconds: 15 },
				{ week: 3, seconds: 20, reps: 8 },
			]),
		).toEqual({
			reps: true,
			sets: false,
		});
	});
});
