import type * as en from '../en';
import { count } from '../plural';

const range = (min: number, max: number) => (min === max ? `${min}` : `${min}–${max}`);

export const dose: typeof en.dose = {
	hold: (min: number, max: number) => `${range(min, max)} Sekunden halten`,
	breaths: (value: number) => count(value, 'ruhiger Atemzug', 'ruhige Atemzüge'),
	reps: (min: number, max: number) => (max === 1 ? 'einmal' : `${range(min, max)} Wiederholungen`),
	sets: (value: number) => count(value, 'Durchgang', 'Durchgänge'),
	perSide: 'auf jeder Seite',
	none: 'Keine Angabe: so lange, wie es guttut.',
};

export const exercise: typeof en.exercise = {
	title: 'Übung',
	all: 'Alle Übungen',
	otherNames: (names: string) => `Auch bekannt als: ${names}`,
	facts: 'Auf einen Blick',
	kind: 'Art',
	position: 'Haltung',
	equipment: 'Du brauchst',
	noEquipment: 'nichts',
	muscles: 'Wirkt auf',
	where: 'Passt für',
	atDesk: 'Schreibtisch und Bürokleidung',
	inChair: 'alle, die sitzen bleiben',
	onMat: 'die Matte',
	steps: 'So geht es',
	cues: 'Denk daran',
	mistakes: 'Häufige Fehler',
	easier: 'Leichter',
	deeper: 'Tiefer',
	cautions: 'Gib acht',
	safetyLink: 'Sicherheitshinweise',
	dose: 'Wie viel',
	programme: 'In den acht Wochen',
	fromWeek: (week: number) => `Ab Woche ${week}`,
	programmeNote: 'Die Dauer eines Schritts; sie wächst langsam.',
	week: 'Woche',
	time: 'Zeit',
	reps: 'Wdh.',
	sets: 'Durchgänge',
	seconds: (value: number) => `${value} s`,
	eachSide: 'je Seite',
	discNo: 'Nicht bei einem Bandscheibenschaden',
	discNoText:
		'Bei einem Bandscheibenschaden lass diese Übung weg und mach stattdessen eine sanfte Übungsfolge.',
	discGentle: 'Knie zur Brust',
	discYes: 'Sanft',
	discYesText: 'Auch bei einem Bandscheibenschaden in Ordnung, so weit es angenehm ist.',
	source: (letters: string, many: boolean) =>
		many
			? `Nach veröffentlichten Artikeln (${letters}), in eigenen Worten beschrieben.`
			: `Nach einem veröffentlichten Artikel (${letters}), in eigenen Worten beschrieben.`,
	own: 'Unsere eigene Ergänzung.',
};
