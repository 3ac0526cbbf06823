import { count } from '../plural';
import { texts } from '../texts';

export const team = texts('team', {
	yourTeam: 'Your team',
	toBoards: 'See the boards',
	today: 'Today',
	done: (value: number) => `${value} done today`,
	doneOfDue: (done: number, due: number) => `${done} of ${due}`,
	doneLabel: 'done today',
	nobodyDue: 'Nobody is due today.',
	toGo: (value: number) =>
		`${count(value, 'more person', 'more people')} and the team streak grows.`,
	reached: 'Enough for today: the team streak has grown.',
	mark: (needed: number, due: number) =>
		`The mark on the ring: ${needed} of ${due} keep the streak.`,
	whoDone: 'Done today',
	unnamed: (value: number) => count(value, 'other person', 'other people'),
	notYet: 'Nobody yet. Who starts?',
	small:
		'In a team of fewer than five only the number done is shown, so that nobody’s day off can be read from it.',
	rank: 'Rank',
	unranked: 'Not ranked yet: three members have to have started.',
	streak: 'Team streak',
	best: 'Best so far',
	points: 'Points',
	days: 'Team days',
	daysHint: (percent: string) =>
		`A day is reached when ${percent} of those due are done. Day off and not yet look the same here.`,
	week: 'Week of',
	dayReached: 'Reached',
	dayMissed: 'Missed',
	dayPending: 'Still open',
	dayNeutral: 'Does not count',
	dayAhead: 'To come',
	dayDone: (done: number) => `${done} done`,
	dayDoneOfDue: (state: string, done: number, due: number) => `${state}, ${done} of ${due} done`,
	count: 'How many did it',
	members: 'Members',
	captain: 'Captain',
	you: 'You',
	more: (value: number) =>
		value === 1 ? 'And one person who is not named.' : `And ${value} people who are not named.`,
	nobody: 'Nobody is in this team yet.',
	named: 'Only those are named who chose to be. You can change that under Me.',
	captainTitle: 'What a captain can do',
	captainBreak: 'Start or plan a live break for everybody.',
	captainTakeOver: 'Take over a live break whose host has been gone for half a minute.',
	captainWall: 'Hang up a wall screen with the next break and the board.',
	organiserMembers: 'Change teams, holidays and the invitation.',
	toChallenge: 'Open the challenge',
});
