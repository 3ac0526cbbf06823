import type * as en from '../en';

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
	before: 'Bevor du dabei warst',
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
