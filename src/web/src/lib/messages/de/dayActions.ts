import type * as en from '../en';

export const dayActions: typeof en.dayActions = {
	undoTitle: 'Heutigen Tag zurücknehmen?',
	undoText: 'Heute ist dann wieder offen. Du kannst später noch eine Übungsfolge machen.',
	undoYes: 'Zurücknehmen',
	timeOffTitle: 'Freie Tage',
	timeOffText:
		'An diesen Tagen wird nichts von dir erwartet, und deine Serie wartet; was du dann machst, ist ein Bonus. Einen Grund brauchst du nicht. Ab morgen gibt es keine Grenze; von heute und den letzten sieben Tagen gehen zusammen höchstens fünf je Challenge, und erledigte Tage bleiben erledigt.',
	timeOffFrom: 'Erster Tag',
	timeOffTo: 'Letzter Tag',
	timeOffSave: 'Freie Tage speichern',
	timeOffSaved: (from: string, to: string) =>
		from === to ? `Notiert: frei am ${from}.` : `Notiert: frei von ${from} bis ${to}.`,
	timeOffUndo: 'Wieder streichen',
};
