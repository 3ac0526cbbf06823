import type * as en from '../en';

export const breaks: typeof en.breaks = {
	next: 'Nächste gemeinsame Pause',
	openNow: 'Eine gemeinsame Pause ist offen',
	running: 'Eine gemeinsame Pause läuft',
	runningText: 'Komm dazu: Du bist sofort im Takt.',
	openText: 'Der Raum ist offen, komm herein.',
	starts: (moment: string) => `Beginn: ${moment}`,
	inTime: (clock: string) => `in ${clock}`,
	join: 'Mitmachen',
	look: 'Zum Raum',

	title: 'Gemeinsame Pause',
	text: 'Du leitest, und auf allen Bildschirmen läuft dieselbe Übungsfolge im gleichen Takt. Wer mitmacht, hat den Tag erledigt.',
	begin: 'Pause starten oder planen',
	routine: 'Übungsfolge',
	option: (name: string, minutes: string) => `${name} · ${minutes}`,
	when: 'Wann',
	now: 'Jetzt',
	later: 'Später',
	date: 'Tag',
	time: 'Uhrzeit',
	timeHint:
		'Nach der Uhr dieses Geräts. Der Raum öffnet zehn Minuten vorher, und die Pause beginnt von selbst.',
	past: 'Diese Zeit ist schon vorbei. Wähl eine spätere.',
	challenge: 'Für',
	openRoom: 'Raum öffnen',
	plan: 'Planen',
	plannedFor: (moment: string) => `Geplant: ${moment}.`,
	toRoom: 'Zum Raum',
};
