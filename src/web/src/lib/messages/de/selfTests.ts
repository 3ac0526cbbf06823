import type * as en from '../en';
import { measured, signed } from '../numbers';
import { count } from '../plural';

export const units: typeof en.units = {
	degrees: (value: number) => `${measured(value)}°`,
	centimetres: (value: number) => `${signed(value)} cm`,
	feeling: (value: number) => `${measured(value)} von 10`,
};

export const measures: typeof en.measures = {
	straightLegRaise: {
		name: 'Beinheben gestreckt',
		unit: 'Grad, 0 bis 120',
		how: [
			'Leg dich auf den Rücken und stell einen Fuß flach auf, das Knie gebeugt.',
			'Heb das andere Bein mit gestrecktem Knie, bis du einen Zug spürst. Zieh nicht weiter.',
			'Lies den Winkel zwischen Bein und Boden ab: 90 zeigt gerade nach oben. Schätz ihn, oder leg ein Handy mit Wasserwaage aufs Schienbein.',
			'Mach das Gleiche mit dem anderen Bein.',
		],
	},
	sitAndReach: {
		name: 'Rumpfbeuge im Sitzen',
		unit: 'Zentimeter ab den Zehen; darüber hinaus zählt nach oben, davor nach unten',
		how: [
			'Setz dich mit gestreckten Beinen auf den Boden, die Zehen zeigen nach oben.',
			'Beug dich langsam aus der Hüfte nach vorn und reich an den Beinen entlang, ohne zu federn.',
			'Miss von den Fingerspitzen zu den Zehen: wie weit darüber hinaus, oder wie viel fehlt.',
		],
	},
	backFeeling: {
		name: 'Wie es dem unteren Rücken geht',
		unit: '0 ist sehr schlecht, 10 ist sehr gut',
		how: ['Denk an heute und wähl die Zahl, die passt.'],
	},
};

export const selfTests: typeof en.selfTests = {
	title: 'Selbsttests',
	lead: 'Drei kleine Tests, die dir zeigen, wie weit du gekommen bist.',
	private:
		'Nur du kannst das sehen. Die Ergebnisse werden verschlüsselt gespeichert, und du kannst sie jederzeit löschen.',
	back: 'Verlauf',
	open: 'Zu den Selbsttests',
	none: 'Noch keine Ergebnisse.',

	formTitle: 'Ergebnis eintragen',
	formHint: 'Trag ein, was du gemessen hast; ein Wert genügt. Wärm dich vorher etwas auf.',
	caution:
		'Bei einem Bandscheibenschaden lass das Beinheben und die Rumpfbeuge weg. Hör auf, wenn etwas wehtut.',
	takenOn: 'Gemessen am',
	how: 'So geht es',
	left: 'Linkes Bein, in Grad',
	right: 'Rechtes Bein, in Grad',
	reachDirection: 'Wo deine Fingerspitzen sind',
	beyond: 'Über die Zehen hinaus',
	short: 'Vor den Zehen',
	reach: 'Abstand, in Zentimetern',
	feeling: 'Dein unterer Rücken heute',
	feelingLow: 'sehr schlecht',
	feelingHigh: 'sehr gut',
	feelingNone: 'Keine Angabe',
	save: 'Ergebnis speichern',
	saved: 'Gespeichert.',
	needOne: 'Gib mindestens einen Wert ein.',

	leftSide: 'Links',
	rightSide: 'Rechts',
	chart: (name: string, values: string) => `Liniendiagramm, ${name}. ${values}`,
	chartLine: (line: string, from: string, to: string) =>
		from === to ? `${line}: ${from}.` : `${line}: von ${from} bis ${to}.`,
	asTable: 'Als Tabelle zeigen',
	date: 'Datum',

	chartsTitle: 'Im Lauf der Zeit',
	historyTitle: 'Ergebnisse',
	results: (value: number) => count(value, 'Ergebnis', 'Ergebnisse'),
	delete: (day: string) => `Ergebnis vom ${day} löschen`,
	deleteTitle: 'Dieses Ergebnis löschen?',
	deleteText: (day: string) => `Das Ergebnis vom ${day} wird endgültig gelöscht.`,
	deleteYes: 'Löschen',
	deleteAll: 'Alle Ergebnisse löschen',
	deleteAllTitle: 'Alle deine Selbsttests löschen?',
	deleteAllText: 'Jedes Ergebnis wird endgültig gelöscht. Deine Serie und deine Tage bleiben.',
	deleteAllYes: 'Alle löschen',
	unreadable: (value: number) =>
		`${count(value, 'Ergebnis kann', 'Ergebnisse können')} vom Server nicht mehr gelesen, nur noch gelöscht werden.`,

	datesTitle: 'Vorgeschlagene Termine',
	atStart: 'Am Anfang',
	afterWeek: (week: number) => `Nach Woche ${week}`,
	done: 'erledigt',
	due: 'jetzt',
};
