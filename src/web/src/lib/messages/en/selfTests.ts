import { measured, signed } from '../numbers';
import { count } from '../plural';

/** Values of the self-tests with their units. */
export const units = {
	degrees: (value: number) => `${measured(value)}°`,
	centimetres: (value: number) => `${signed(value)} cm`,
	feeling: (value: number) => `${measured(value)} of 10`,
};

/** The three self-tests: their names, how each is done, and what its numbers mean. */
export const measures = {
	straightLegRaise: {
		name: 'Straight-leg raise',
		unit: 'Degrees, 0 to 120',
		how: [
			'Lie on your back and bend one leg, with its foot flat on the floor.',
			'Lift the other leg, knee straight, until you feel a stretch. Do not pull it further.',
			'Read the angle between the leg and the floor: 90 points straight up. Judge it by eye, or lay a phone with a level on your shin.',
			'Do the same with the other leg.',
		],
	},
	sitAndReach: {
		name: 'Sit-and-reach',
		unit: 'Centimetres from the toes; beyond them counts up, short of them counts down',
		how: [
			'Sit on the floor with both legs straight and your toes pointing up.',
			'Bend forward slowly from the hips and reach along your legs, without bouncing.',
			'Measure from your fingertips to your toes: beyond them, or how much is missing.',
		],
	},
	backFeeling: {
		name: 'How the low back feels',
		unit: '0 is very bad, 10 is very good',
		how: ['Think of today, and choose the number that fits.'],
	},
};

export const selfTests = {
	title: 'Self-tests',
	lead: 'Three small tests that show you how far you have come.',
	private:
		'Only you can see this. Results are stored encrypted, and you can delete them at any time.',
	back: 'Progress',
	open: 'Open self-tests',
	none: 'No results yet.',

	formTitle: 'Enter a result',
	formHint: 'Fill in what you measured; one value is enough. Warm up a little first.',
	caution:
		'With a disc injury leave out the straight-leg raise and the sit-and-reach. Stop when anything hurts.',
	takenOn: 'Taken on',
	how: 'How to do it',
	left: 'Left leg, in degrees',
	right: 'Right leg, in degrees',
	reachDirection: 'Where your fingertips are',
	beyond: 'Beyond the toes',
	short: 'Short of the toes',
	reach: 'Distance, in centimetres',
	feeling: 'Your low back today',
	feelingLow: 'very bad',
	feelingHigh: 'very good',
	feelingNone: 'No answer',
	save: 'Save the result',
	saved: 'Saved.',
	needOne: 'Enter at least one value.',

	leftSide: 'Left',
	rightSide: 'Right',
	chart: (name: string, values: string) => `Line chart, ${name}. ${values}`,
	chartLine: (line: string, from: string, to: string) =>
		from === to ? `${line}: ${from}.` : `${line}: from ${from} to ${to}.`,
	asTable: 'Show as a table',
	date: 'Date',

	chartsTitle: 'Over time',
	historyTitle: 'Results',
	results: (value: number) => count(value, 'result', 'results'),
	delete: (day: string) => `Delete the result of ${day}`,
	deleteTitle: 'Delete this result?',
	deleteText: (day: string) => `The result of ${day} is erased for good.`,
	deleteYes: 'Delete it',
	deleteAll: 'Delete all results',
	deleteAllTitle: 'Delete all your self-tests?',
	deleteAllText: 'Every result is erased for good. Your streak and your days stay.',
	deleteAllYes: 'Delete all',
	unreadable: (value: number) =>
		`${count(value, 'result', 'results')} can no longer be read by the server, only deleted.`,

	datesTitle: 'Suggested dates',
	atStart: 'At the start',
	afterWeek: (week: number) => `After week ${week}`,
	done: 'done',
	due: 'now',
};
