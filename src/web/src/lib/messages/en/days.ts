import { count } from '../plural';
import { texts } from '../texts';

export const time = texts('time', {
	minutes: (value: number) => `${value} min`,
	days: (value: number) => count(value, 'day', 'days'),
	tomorrowAt: (clock: string) => `tomorrow, ${clock}`,
	dayAt: (day: string, clock: string) => `${day}, ${clock}`,
});

export const weekdays = texts('weekdays', {
	Mon: 'Mon',
	Tue: 'Tue',
	Wed: 'Wed',
	Thu: 'Thu',
	Fri: 'Fri',
	Sat: 'Sat',
	Sun: 'Sun',
});

export const dayStates = texts('dayStates', {
	done: 'Done',
	frozen: 'Saved by a freeze',
	pending: 'Still open',
	missed: 'Missed',
	off: 'Day off',
	ahead: 'To come',
});

export const challengeStates = texts('challengeStates', {
	draft: 'Draft',
	open: 'Starts soon',
	running: 'Running',
	closed: 'Closed, results soon',
	final: 'Finished',
});

export const calendar = texts('calendar', {
	dayLabel: (day: string, state: string) => `${day}: ${state}`,
	legend: 'What the signs mean',
});
