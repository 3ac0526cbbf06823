import { count } from '../plural';

export const time = {
	minutes: (value: number) => `${value} min`,
	tomorrowAt: (clock: string) => `tomorrow, ${clock}`,
	dayAt: (day: string, clock: string) => `${day}, ${clock}`,
} as const;

export const weekdays = {
	Mon: 'Mon',
	Tue: 'Tue',
	Wed: 'Wed',
	Thu: 'Thu',
	Fri: 'Fri',
	Sat: 'Sat',
	Sun: 'Sun',
} as const;

export const dayStates = {
	done: 'Done',
	frozen: 'Saved by a freeze',
	pending: 'Still open',
	missed: 'Missed',
	off: 'Day off',
	ahead: 'To come',
} as const;

export const challengeStates = {
	draft: 'Draft',
	open: 'Starts soon',
	running: 'Running',
	closed: 'Closed, results soon',
	final: 'Finished',
} as const;

export const days = (value: number) => count(value, 'day', 'days');

export const calendar = {
	dayLabel: (day: string, state: string) => `${day}: ${state}`,
	legend: 'What the signs mean',
} as const;
