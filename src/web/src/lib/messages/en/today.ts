import { count } from '../plural';

export const variants = { desk: 'Desk', mat: 'Mat', seated: 'Seated' };

export const today = {
	title: 'Today',
	start: 'Start',
	startLabel: (routine: string) => `Start ${routine}`,
	again: 'Do another round',
	goOn: 'Go on with your routine',
	goOnText: 'You have begun a routine. What you did so far is kept on this device.',
	begunOn: (day: string) => `It counts for ${day}, when you began it.`,
	startNew: 'Start a new one',
	howTitle: 'How you do it today',
	notYet: (minutes: number) =>
		`About ${count(minutes, 'calm minute', 'calm minutes')} for your back and legs.`,
	contents: 'What is in it',
	part: (times: number, seconds: number) =>
		times > 1 ? `${times} × ${seconds} s` : `${seconds} s`,
	dayOff: 'A day off: nothing is expected, a stretch is welcome.',
	doneTitle: 'Done for today',
	doneText: 'Well stretched. See you on your next day.',
	undo: 'Undo today’s check-in',
	streak: 'Streak',
	streakDays: (value: number): string => (value === 1 ? 'day in a row' : 'days in a row'),
	best: (value: number) => `Best so far: ${count(value, 'day', 'days')}`,
	freezes: (value: number) =>
		value === 0 ? 'No freeze left' : `${count(value, 'freeze', 'freezes')} in reserve`,
	freezesHint: 'A freeze saves your streak on a day you miss. Every tenth done day earns one.',
	safeUntil: (moment: string) => `Safe until ${moment}`,
	lastDays: 'The last 14 days',
	week: (value: number) => `Week ${value} of 8`,
	reportQuestion: (day: string) => `Did you stretch on ${day}?`,
	reportHint: 'You can say so yourself once a week, until noon of your next day.',
	reportYes: 'Yes, I did',
	team: 'Your team today',
	teamStreak: (value: number) => `Team streak: ${count(value, 'day', 'days')}`,
	noTeam: 'You are in no team yet.',
	chooseTeam: 'Choose a team',
	toBoards: 'See the boards',
	timeOff: 'Enter time off',
	zoneUnknown: (zone: string, here: string) =>
		`This browser does not know ${zone}, where your days count: times are shown as in ${here}.`,
	zoneDiffers: (browser: string, stored: string) =>
		`Your device is in ${browser}, your days count in ${stored}.`,
	zoneChange: 'Change it',
};
