export const weekdays = {
	Mon: 'Mon',
	Tue: 'Tue',
	Wed: 'Wed',
	Thu: 'Thu',
	Fri: 'Fri',
	Sat: 'Sat',
	Sun: 'Sun',
};

export const dayStates = {
	done: 'Done',
	frozen: 'Saved by a freeze',
	pending: 'Still open',
	missed: 'Missed',
	off: 'Day off',
	ahead: 'To come',
	before: 'Before you joined',
};

export const challengeStates = {
	draft: 'Draft',
	open: 'Starts soon',
	running: 'Running',
	closed: 'Closed, results soon',
	final: 'Finished',
};

export const calendar = {
	dayLabel: (day: string, state: string) => `${day}: ${state}`,
	legend: 'What the signs mean',
};
