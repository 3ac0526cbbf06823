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
		`Nur diese werden von dir erwartet, soweit sie Arbeitstage einer Challenge sind. Eine Änderung zählt ab ${day}.`,
	workDaysDefault: (list: string) =>
		list
			? `Wie in deinen Challenges (${list}). Wähl eigene, wenn du an weniger Tagen arbeitest.`
			: 'Wie in deiner Challenge. Wähl eigene, wenn du an weniger Tagen arbeitest.',
	showName: 'Meinen Namen in der Rangliste „Leute“ zeigen',
	showNameHint:
		'Einen Rang hast du so oder so. Ohne Namen siehst nur du deine Zeile. Mit Namen sehen andere deine Serie und deine Prozentzahl: Wer sich beides Tag für Tag notiert, kann oft erkennen, ob du einen Tag erledigt, verpasst oder frei gehabt hast.',
	timeOff: 'Freie Tage',
	save: 'Speichern',
	saved: 'Gespeichert.',
	selfTests: 'Deine Selbsttests',
	selfTestsText:
		'Nur du kannst sie sehen. Schau dir die Ergebnisse an, trag neue ein, oder lösch sie.',
	toSelfTests: 'Zu den Selbsttests',
	theme: 'Aussehen',
	notKept: 'Dieser Browser merkt sich deine Wahl nicht: Sie gilt, bis die Seite geschlossen wird.',
	themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
	motion: 'Bewegung',
	motions: { system: 'System', reduced: 'Weniger', full: 'Alles' },
	languageOfBrowser: 'Wie mein Browser',
	signOut: 'Abmelden',
	signOutTitle: 'Dieses Gerät',
	leaveDemo: 'Demo verlassen',
};
