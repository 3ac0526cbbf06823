import { count } from '../plural';

const range = (min: number, max: number) => (min === max ? `${min}` : `${min}–${max}`);

/** Amounts of an exercise, with their units. */
export const dose = {
	hold: (min: number, max: number) => `hold ${range(min, max)} seconds`,
	breaths: (value: number) => count(value, 'slow breath', 'slow breaths'),
	reps: (min: number, max: number) => (max === 1 ? 'once' : `${range(min, max)} repetitions`),
	sets: (value: number) => count(value, 'set', 'sets'),
	perSide: 'on each side',
	none: 'No amount is given: as long as it feels good.',
};

export const exercise = {
	title: 'Exercise',
	all: 'All exercises',
	otherNames: (names: string) => `Also called: ${names}`,
	facts: 'At a glance',
	kind: 'Kind',
	position: 'Position',
	equipment: 'You need',
	noEquipment: 'nothing',
	muscles: 'Works on',
	where: 'Suits',
	atDesk: 'a desk and office clothes',
	inChair: 'anyone who stays seated',
	onMat: 'a mat',
	steps: 'How it is done',
	cues: 'Keep in mind',
	mistakes: 'Common mistakes',
	easier: 'Easier',
	deeper: 'Deeper',
	cautions: 'Take care',
	safetyLink: 'Safety notes',
	dose: 'How much',
	programme: 'In the eight weeks',
	fromWeek: (week: number) => `From week ${week}`,
	programmeNote: 'The time of one step of a routine, growing slowly.',
	week: 'Week',
	time: 'Time',
	reps: 'Repetitions',
	sets: 'Sets',
	seconds: (value: number) => `${value} s`,
	eachSide: 'each side',
	discNo: 'Not for a disc injury',
	discNoText: 'With a disc injury leave this one out and do a gentle routine instead.',
	discGentle: 'Knees to chest',
	discYes: 'Gentle',
	discYesText: 'Fine with a disc injury, as far as it feels comfortable.',
	source: (letters: string, many: boolean) =>
		many
			? `After published articles (${letters}), described in our own words.`
			: `After a published article (${letters}), described in our own words.`,
	own: 'An addition of our own.',
};
