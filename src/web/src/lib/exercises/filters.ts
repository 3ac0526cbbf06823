import { equipment, kinds, positions } from './words';

/** The filters of the exercise list; an empty string means no filter. */
export interface Filters {
	q: string;
	desk: boolean;
	position: string;
	equipment: string;
	kind: string;
}

/** The value of the equipment filter for exercises without equipment. */
export const NO_EQUIPMENT = 'none';

const known = {
	position: () => Object.keys(positions),
	equipment: () => [...Object.keys(equipment), NO_EQUIPMENT],
	kind: () => Object.keys(kinds),
};

/** The filters in an address; unknown values are ignored. */
export function filtersOf(parameters: URLSearchParams): Filters {
	const word = (name: keyof typeof known) => {
		const value = parameters.get(name) ?? '';
		return known[name]().includes(value) ? value : '';
	};
	return {
		q: (parameters.get('q') ?? '').slice(0, 100),
		desk: parameters.get('desk') === 'true',
		position: word('position'),
		equipment: word('equipment'),
		kind: word('kind'),
	};
}

/** The filters as a query without empty ones: `desk=true&q=calf`. */
export function queryOf({ q, desk, position, equipment, kind }: Filters): string {
	const words = { desk: desk ? 'true' : '', position, equipment, kind, q: q.trim() };
	return new URLSearchParams(Object.entries(words).filter(([, value]) => value !== '')).toString();
}
