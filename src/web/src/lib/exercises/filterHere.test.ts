import { describe, expect, it } from 'vitest';
import type { ExerciseSummary } from '$lib/api/types';
import { filterHere } from './filterHere';
import { filtersOf } from './filters';

function exercise(id: string, change: Partial<ExerciseSummary> = {}): ExerciseSummary {
	return {
		id,
		name: id,
		otherNames: [],
		position: 'standing',
		kind: 'static',
		desk: false,
		seated: false,
		sides: false,
		equipment: [],
		muscles: [],
		source: [],
		discInjury: true,
		dose: {},
		...change,
	} as ExerciseSummary;
}

const all = [
	exercise('calf', { name: 'Calf stretch', desk: true, muscles: ['calves'] }),
	exercise('strap', { name: 'Supine stretch', position: 'lying', equipment: ['mat', 'strap'] }),
	exercise('pigeon', { name: 'Pigeon', otherNames: ['Éka pada'], kind: 'dynamic' }),
];

const found = (query: string) =>
	filterHere(all, filtersOf(new URLSearchParams(query))).map(({ id }) => id);

describe('filterHere', () => {
	it.each([
		['', ['calf', 'strap', 'pigeon']],
		['desk=true', ['calf']],
		['position=lying', ['strap']],
		['kind=dynamic', ['pigeon']],
		['equipment=strap', ['strap']],
		['equipment=none', ['calf', 'pigeon']],
		['q=STRETCH', ['calf', 'strap']],
		['q=stretch+calves', ['calf']],
		['q=towel', ['strap']],
		['q=eka-pada', ['pigeon']],
		['q=trampoline', []],
		['desk=true&position=lying', []],
	])('finds by "%s"', (query, expected) => expect(found(query)).toEqual(expected));
});
