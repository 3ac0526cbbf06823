import type * as en from '../en';

export const errors: typeof en.errors = {
	unreachable: 'Der Server ist nicht erreichbar. Prüf deine Verbindung und versuch es noch einmal.',
	unexpected: 'Etwas ist schiefgegangen. Bitte versuch es noch einmal.',
	tooMany: 'Das war etwas schnell. Bitte wart einen Moment und versuch es noch einmal.',
	signedOut: 'Du bist abgemeldet.',
	notFound: 'Das gibt es nicht, oder es ist nicht für dich bestimmt.',
	field: 'Bitte prüf diese Angabe.',
	server: 'Der Server hat gerade Schwierigkeiten. Bitte versuch es gleich noch einmal.',
};

export const validation: typeof en.validation = {
	required: 'Bitte füll das aus.',
	email: 'Das sieht nicht nach einer E-Mail-Adresse aus.',
	number: 'Bitte gib eine Zahl ein.',
	range: (min: string, max: string) => `Bitte gib eine Zahl von ${min} bis ${max} ein.`,
	date: 'Bitte gib ein ganzes Datum ein.',
	dateRange: (first: string, last: string) => `Bitte wähl ein Datum vom ${first} bis ${last}.`,
	dateFrom: (first: string) => `Bitte wähl ein Datum ab ${first}.`,
	step: (step: string) =>
		Number(step) < 1 ? 'Höchstens eine Nachkommastelle, bitte.' : 'Eine ganze Zahl, bitte.',
};
