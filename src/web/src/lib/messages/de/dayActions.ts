import type * as en from '../en';

export const dayActions: typeof en.dayActions = {
	undoTitle: 'Heutigen Tag zurücknehmen?',
	undoText: 'Heute ist dann wieder offen. Du kannst später noch eine Übungsfolge machen.',
	undoYes: 'Zurücknehmen',
	timeOffTitle: 'Freie Tage',
	timeOffText:
		'An diesen Tagen wird nichts von dir erwartet, und deine Serie wartet. Einen Grund brauchst du nicht.',
	timeOffFrom: 'Erster Tag',
	timeOffTo: 'Letzter Tag',
	timeOffSave: 'Freie Tage speichern',
	timeOffSaved: (from: string, to: string) =>
		from === to ? `Notiert: frei am ${from}.` : `Notiert: frei von ${from} bis ${to}.`,
	timeOffUndo: 'Wieder streichen',
};
