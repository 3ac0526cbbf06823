import type * as en from '../en';
import { count } from '../plural';

export const positions: typeof en.positions = {
	standing: 'Im Stehen',
	seated: 'Im Sitzen',
	floor: 'Am Boden',
	lying: 'Im Liegen',
};

export const kinds: typeof en.kinds = {
	static: 'Gehaltene Dehnung',
	dynamic: 'Bewegte Dehnung',
	pnf: 'Anspannen und lösen',
	strength: 'Kraft',
	warmUp: 'Aufwärmen',
	alternative: 'Sanfte Alternative',
};

export const equipment: typeof en.equipment = {
	chair: 'Stuhl',
	twoChairs: 'Zwei Stühle',
	desk: 'Schreibtisch',
	table: 'Tisch',
	wall: 'Wand',
	mat: 'Matte',
	strap: 'Gurt oder Handtuch',
	blocks: 'Yogablöcke',
	ball: 'Gymnastikball',
	roller: 'Faszienrolle',
	band: 'Elastisches Band',
	pillow: 'Kissen',
	partner: 'Eine zweite Person',
	support: 'Etwas zum Festhalten',
};

export const muscles: typeof en.muscles = {
	hamstrings: 'hintere Oberschenkelmuskulatur',
	calves: 'Waden',
	glutes: 'Gesäß',
	hipFlexors: 'Hüftbeuger',
	quadriceps: 'vordere Oberschenkel',
	lowBack: 'unterer Rücken',
	abdominals: 'Bauchmuskeln',
	obliques: 'seitliche Bauchmuskeln',
	adductors: 'Innenseiten der Oberschenkel',
	shoulders: 'Schultern',
	chest: 'Brust',
	wholeBody: 'ganzer Körper',
	breathing: 'Atmung',
};

export const exercises: typeof en.exercises = {
	title: 'Übungen',
	lead: 'Alle Dehn- und Kraftübungen, mit Figuren und Schritten.',
	filters: 'Übung finden',
	search: 'Suche',
	searchHint: 'Name, Muskel oder Hilfsmittel',
	narrowedHere:
		'Du bist offline: Gesucht wird in Namen, Muskeln und Hilfsmitteln, nicht in den Schritten.',
	desk: 'Am Schreibtisch',
	position: 'Haltung',
	anyPosition: 'Jede Haltung',
	equipment: 'Hilfsmittel',
	anyEquipment: 'Alle Hilfsmittel',
	noEquipment: 'Ganz ohne',
	kind: 'Art',
	anyKind: 'Jede Art',
	found: (value: number) => count(value, 'Übung', 'Übungen'),
	none: 'Keine Übung passt zu allem davon.',
	reset: 'Alle Übungen zeigen',
	atDesk: 'Am Schreibtisch',
	disc: 'Sanft',
};
