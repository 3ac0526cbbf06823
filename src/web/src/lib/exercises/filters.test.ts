import { describe, expect, it } from 'vitest';
import { filtersOf, queryOf } from './filters';

const none = { q: '', desk: false, position: '', equipment: '', kind: '' };

describe('filtersOf', () => {
	it('narrows nothing for a bare address', () => {
		expect(filtersOf(new URLSearchParams())).toEqual(none);
	});

	it('reads every filter', () => {
		const address = 'q=calf&desk=true&position=lying&equipment=none&kind=warmUp';
		expect(filtersOf(new URLSearchParams(address))).toEqual({
			q: 'calf',
			desk: true,
			position: 'lying',
			equipment: 'none',
			kind: 'warmUp',
		});
	});

	it('passes over words that mean nothing', () => {
		const address = 'desk=perhaps&position=flying&equipment=toString&kind=';
		expect(filtersOf(new URLSearchParams(address))).toEqual(none);
	});

	it('cuts a search that is too long for the server', () => {
		expect(filtersOf(new URLSearchParams({ q: 'a'.repeat(300) })).q).toHaveLength(100);
	});
});

describe('queryOf', () => {
	it('is empty where nothing is narrowed', () => {
		expect(queryOf({ ...none, q: '  ' })).toBe('');
	});

	it('goes round with filtersOf', () => {
		const filters = {
			q: 'back & thigh',
			desk: true,
			position: 'seated',
			equipment: 'chair',
			kind: 'static',
		};
		expect(filtersOf(new URLSearchParams(queryOf(filters)))).toEqual(filters);
	});
});
