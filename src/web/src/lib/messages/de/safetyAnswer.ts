import type * as en from '../en';

export const safetyAnswer: typeof en.safetyAnswer = {
	title: 'Deine Antwort zur Sicherheit',
	notAnswered: 'Du hast nicht geantwortet und bekommst die üblichen Übungsfolgen.',
	unreadable:
		'Der Server kann deine Antwort nicht mehr lesen, deshalb bekommst du die sanften Übungsfolgen. Antworte neu, oder lösch sie.',
	answeredYes: 'Du bekommst die sanften Übungsfolgen; sie zählen voll.',
	answeredNo: 'Du bekommst die üblichen Übungsfolgen.',
	save: 'Antwort speichern',
	saved: 'Gespeichert.',
	delete: 'Antwort löschen',
	deleteTitle: 'Deine Antwort zur Sicherheit löschen?',
	deleteText:
		'Deine Antwort wird gelöscht, und vor der nächsten Übungsfolge siehst du die Sicherheitshinweise noch einmal.',
	deleteYes: 'Löschen',
	deleted: 'Gelöscht.',
};
