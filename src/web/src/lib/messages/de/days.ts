import type * as en from '../en';
import { count } from '../plural';

export const time: typeof en.time = {
	minutes: (value: number) => `${value} Min.`,
	days: (value: number) => count(value, 'Tag', 'Tage'),
	tomorrowAt: (clock: string) => `morgen, ${clock}`,
	dayAt: (day: string, clock: string) => `${day}, ${clock}`,
};

export const weekdays: typeof en.weekdays = {
	Mon: 'Mo',
	Tue: 'Di',
	Wed: 'Mi',
	Thu: 'Do',
	Fri: 'Fr',
	Sat: 'Sa',
	Sun: 'So',
};

export const dayStates: typeof en.dayStates = {
	done: 'Erledigt',
	frozen: 'Vom Joker gerettet',
	pending: 'Noch offen',
	missed: 'Verpasst',
	off: 'Frei',
	ahead: 'Kommt noch',
};

export const challengeStates: typeof en.challengeStates = {
	draft: 'Entwurf',
	open: 'Beginnt bald',
	running: 'Läuft',
	closed: 'Vorbei, Ergebnis folgt',
	final: 'Beendet',
};

export const calendar: typeof en.calendar = {
	dayLabel: (day: string, state: string) => `${day}: ${state}`,
	legend: 'Was die Zeichen bedeuten',
};
