import type * as en from '../en';

export const timeOff: typeof en.timeOff = {
	title: 'Freie Tage',
	text: 'An diesen Tagen wird nichts von dir erwartet, und deine Serie wartet; was du dann machst, ist ein Bonus. Einen Grund brauchst du nicht.',
	none: 'Keine freien Tage ab heute.',
	onNow: 'Gerade',
	onToday: 'Bis heute',
	cancel: (days: string) => `${days} wieder streichen`,
	cancelRest: (days: string) => `Den Rest von ${days} ab morgen streichen`,
	from: 'Erster Tag',
	to: 'Letzter Tag',
	save: 'Freie Tage speichern',
	limits: (days: number, back: number) =>
		`Ab morgen so viele Tage, wie du willst. Heute und vergangene Tage: höchstens ${days} je Challenge, bis zu ${back} Tage zurück. Tage, die du geschafft hast, bleiben geschafft.`,
	saved: (from: string, to: string) =>
		from === to ? `Notiert: frei am ${from}.` : `Notiert: frei von ${from} bis ${to}.`,
	merged: (from: string, to: string) =>
		`Notiert, zusammen mit den freien Tagen daneben: frei von ${from} bis ${to}.`,
};
