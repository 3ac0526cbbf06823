import type * as en from '../en';
import { count } from '../plural';

export const wall: typeof en.wall = {
	title: 'Anzeige',
	join: 'Mach mit',
	joinHow: (host: string) => `Scann den Code, oder öffne ${host}`,
	qr: 'QR-Code, der zur Pause führt',
	next: 'Nächste gemeinsame Pause',
	openNow: 'Die gemeinsame Pause ist offen',
	startsIn: 'Beginnt in',
	waiting: 'Die Leitung startet, wenn alle da sind',
	here: (value: number) => `${count(value, 'Person', 'Personen')} da`,
	board: 'Teamserie',
	days: (value: number) => count(value, 'Tag', 'Tage'),
	today: 'heute erledigt',
	needed: (value: number) => `· noch ${value} bis zum Ziel`,
	noTeams: 'Die Rangliste füllt sich mit dem ersten erledigten Tag.',
	done: 'Gut gemacht, alle zusammen!',
	doneText: 'Bis zur nächsten Pause.',
	void: 'Diese Anzeige zeigt nichts',
	connecting: 'Verbindet …',
	lost: 'Die Verbindung ist weg',
	lostText: 'Sobald sie wieder da ist, geht es hier von selbst weiter.',

	manageTitle: 'Anzeigen',
	manageText:
		'Zeig die Teamrangliste und die gemeinsamen Pausen auf einem Bildschirm im Büro. Die Adresse braucht keine Anmeldung: Behandle sie wie einen Schlüssel.',
	create: 'Adresse für eine Anzeige anlegen',
	created:
		'Öffne das auf dem Bildschirm. Es wird nur jetzt gezeigt; heb es auf, wenn du es wieder brauchst.',
	address: 'Adresse der Anzeige',
	revokeTitle: 'Eine Anzeige abnehmen',
	revokeHint: 'Füg ihre Adresse ein. Der Bildschirm wird sofort leer.',
	copy: 'Adresse kopieren',
	copied: 'Kopiert',
	open: 'Öffnen',
	revoke: 'Sperren',
	revoked: 'Diese Adresse zeigt nichts mehr.',
};
