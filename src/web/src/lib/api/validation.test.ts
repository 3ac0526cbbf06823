import { describe, expect, it } from 'vitest';
import { reasonFor, withoutCorrected, type Control } from './validation';

const control = (validity: Partial<ValidityState>, more: Partial<Control> = {}): Control => ({
	name: 'startsOn',
	type: 'date',
	validity: { valid: false, ...validity },
	validationMessage: 'of the browser',
	...more,
});

describe('reasonFor', () => {
	it('names the dates that are possible', () => {
		const late = control({ rangeOverflow: true }, { min: '2026-03-02', max: '2027-03-03' });
		expect(reasonFor(late)).toBe('Please choose a date from 2 Mar 2026 to 3 Mar 2027.');
	});

	it('names the first date that is possible where there is no last one', () => {
		const early = control({ rangeUnderflow: true }, { min: '2026-03-02' });
		expect(reasonFor(early)).toBe('Please choose a date from 2 Mar 2026 on.');
	});

	it('survives a bound of a five-digit year, such as the first of two dates that was mistyped', () => {
		const early = control({ rangeUnderflow: true }, { min: '12026-04-03', max: '2027-03-03' });
		expect(reasonFor(early)).toContain('12026-04-03');
	});

	it('asks for a whole date where a part is missing', () => {
		expect(reasonFor(control({ badInput: true }))).toBe('Please enter a whole date.');
	});
});

describe('withoutCorrected', () => {
	const errors = { startsOn: 'Wrong.', name: 'Missing.' };

	it('removes the error of a field that is right now', () => {
		expect(withoutCorrected(errors, control({ valid: true }))).toEqual({ name: 'Missing.' });
	});

	it('keeps an error while the field is still wrong', () => {
		const empty = control({ valueMissing: true });
		expect(withoutCorrected(errors, empty)).toEqual({
			startsOn: 'Please fill this in.',
			name: 'Missing.',
		});
	});

	it('leaves other fields alone', () => {
		expect(withoutCorrected(errors, control({ valid: true }, { name: 'zone' }))).toBe(errors);
	});
});
