import { count } from '../plural';

export const team = {
	yourTeam: 'Your team',
	toBoards: 'See the boards',
	today: 'Today',
	done: (value: number) => `${value} done today`,
	doneLabel: 'done today',
	noGoal: 'Today does not count for the team streak.',
	toGo: (value: number) =>
		`${count(value, 'more person', 'more people')} and the team streak grows.`,
	reached: 'Enough for today: the team streak has grown.',
	whoDone: 'Done today',
	unnamed: (value: number) => count(value, 'other person', 'other people'),
	notYet: 'Nobody yet. Who starts?',
	small:
		'In a team of fewer than five only the number done is shown, and the points of this morning, so that nobody’s day off can be read from them.',
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
	dayDoneAndNeeded: (state: string, done: number, needed: number) =>
		needed === 0 ? `${state}, ${done} done` : `${state}, ${done} done, ${needed} more needed`,
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
};
