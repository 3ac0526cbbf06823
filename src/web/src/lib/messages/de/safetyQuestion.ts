import type * as en from '../en';

export const safetyQuestion: typeof en.safetyQuestion = {
	question: 'Hast du einen Bandscheibenschaden?',
	hint: 'Zum Beispiel einen Bandscheibenvorfall. Dann bekommst du sanfte Übungsfolgen, die die hinteren Oberschenkel nicht dehnen und voll zählen.',
	privacy:
		'Nur du kannst deine Antwort sehen. Sie wird verschlüsselt gespeichert, wählt deine Übungsfolge aus und sonst nichts. Unter „Ich“ kannst du sie jederzeit ändern oder löschen.',
	no: 'Nein',
	yes: 'Ja',
	skip: 'Jetzt nicht',
	unsure: 'Nicht sicher? Wähl Ja, und frag ärztlich nach.',
};
