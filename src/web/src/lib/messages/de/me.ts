import type * as en from '../en';

export const me: typeof en.me = {
	title: 'Ich',
	profile: 'Über dich',
	name: 'Name',
	email: 'E-Mail',
	zone: 'Zeitzone',
	zoneHint: 'Eine Änderung gilt ab Mitternacht.',
	useBrowserZone: (zone: string) => `Zone dieses Geräts nehmen: ${zone}`,
	workDays: 'Deine Arbeitstage',
	workDaysHint: (day: string) =>
		`Nur diese Tage werden von dir erwartet. Eine Änderung zählt ab ${day}.`,
	showName: 'Meinen Namen in der Rangliste „Leute“ zeigen',
	showNameHint: 'Einen Rang hast du so oder so. Ohne Namen siehst nur du deine Zeile.',
	save: 'Speichern',
	saved: 'Gespeichert.',
	selfTests: 'Deine Selbsttests',
	selfTestsText:
		'Nur du kannst sie sehen. Schau dir die Ergebnisse an, trag neue ein, oder lösch sie.',
	toSelfTests: 'Zu den Selbsttests',
	theme: 'Aussehen',
	notKept: 'Dieser Browser merkt sich deine Wahl nicht: Sie gilt, bis die Seite geschlossen wird.',
	themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
	languageOfBrowser: 'Wie mein Browser',
	signOut: 'Abmelden',
	signOutTitle: 'Dieses Gerät',
	leaveDemo: 'Demo verlassen',
};
