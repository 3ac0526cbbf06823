import type * as en from '../en';

export const dayActions: typeof en.dayActions = {
	undoTitle: 'Heutigen Tag zurücknehmen?',
	undoText: 'Heute ist dann wieder offen. Du kannst später noch eine Übungsfolge machen.',
	undoYes: 'Zurücknehmen',
};
