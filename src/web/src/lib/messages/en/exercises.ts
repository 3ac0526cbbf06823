import { count } from '../plural';

export const positions = {
	standing: 'Standing',
	seated: 'Seated',
	floor: 'On the floor',
	lying: 'Lying',
};

export const kinds = {
	static: 'Held stretch',
	dynamic: 'Moving stretch',
	pnf: 'Contract and relax',
	strength: 'Strength',
	warmUp: 'Warm-up',
	alternative: 'Gentle alternative',
};

export const equipment = {
	chair: 'Chair',
	twoChairs: 'Two chairs',
	desk: 'Desk',
	table: 'Table',
	wall: 'Wall',
	mat: 'Mat',
	strap: 'Strap or towel',
	blocks: 'Yoga blocks',
	ball: 'Exercise ball',
	roller: 'Foam roller',
	band: 'Elastic band',
	pillow: 'Pillow',
	partner: 'Partner',
	support: 'Something to hold on to',
};

export const muscles = {
	hamstrings: 'hamstrings',
	calves: 'calves',
	glutes: 'buttocks',
	hipFlexors: 'hip flexors',
	quadriceps: 'front thighs',
	lowBack: 'low back',
	abdominals: 'abdominals',
	obliques: 'side abdominals',
	adductors: 'inner thighs',
	shoulders: 'shoulders',
	chest: 'chest',
	wholeBody: 'whole body',
	breathing: 'breathing',
};

export const exercises = {
	title: 'Exercises',
	lead: 'Every stretch and strength exercise, with figures and steps.',
	filters: 'Find an exercise',
	search: 'Search',
	narrowedHere: 'You are offline: names, muscles and equipment are searched, steps are not.',
	searchHint: 'Name, muscle or equipment',
	desk: 'At the desk',
	position: 'Position',
	anyPosition: 'Any position',
	equipment: 'Equipment',
	anyEquipment: 'Any equipment',
	noEquipment: 'Nothing at all',
	kind: 'Kind',
	anyKind: 'Any kind',
	found: (value: number) => count(value, 'exercise', 'exercises'),
	none: 'No exercise fits all of this.',
	reset: 'Show all exercises',
	atDesk: 'At the desk',
	disc: 'Gentle',
};
