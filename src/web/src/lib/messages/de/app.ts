import type * as en from '../en';

export const app: typeof en.app = {
	challenge: 'Challenge',
	name: 'Stretch Challenge',
	skipToContent: 'Zum Inhalt springen',
	mainNavigation: 'Hauptmenü',
	moreNavigation: 'Übungen und Hilfe',
	exercises: 'Übungen',
	help: 'Hilfe und Sicherheit',
	today: 'Heute',
	boards: 'Ranglisten',
	progress: 'Verlauf',
	challenges: 'Challenges',
	me: 'Ich',
	language: 'Sprache',
	close: 'Schließen',
	cancel: 'Abbrechen',
	loading: 'Lädt …',
	signIn: 'Anmelden',
	tryAgain: 'Noch einmal versuchen',
	guest: 'Das ist eine Demo: Hier zählt nichts für eine echte Challenge.',
	guestJoin: 'Konto anlegen',
	notFoundTitle: 'Hier ist nichts',
	notFound: 'Diese Seite gibt es nicht, oder sie ist nicht für dich bestimmt.',
	failedTitle: 'Das hat nicht geklappt',
	home: 'Zur Startseite',
};

export const connection: typeof en.connection = {
	offlineHint:
		'Die Ranglisten stehen still, bis die Verbindung wieder da ist. Wir versuchen es weiter.',
	offline: 'Offline',
	reconnecting: 'Verbindet neu …',
	connecting: 'Verbindet …',
	live: 'Live',
};
