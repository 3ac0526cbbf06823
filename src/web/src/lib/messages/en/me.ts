export const me = {
	title: 'Me',
	profile: 'About you',
	name: 'Name',
	email: 'E-mail',
	zone: 'Time zone',
	zoneHint: 'A change takes effect at midnight.',
	useBrowserZone: (zone: string) => `Use this device’s zone, ${zone}`,
	workDays: 'Your work days',
	workDaysHint: (day: string) =>
		`Only these are expected of you, where they are work days of a challenge. A change counts from ${day}.`,
	workDaysDefault: (list: string) =>
		list
			? `As in your challenges (${list}). Choose your own if you work on fewer.`
			: 'As in your challenge. Choose your own if you work on fewer.',
	showName: 'Show my name on the boards of people',
	showNameHint:
		'You are ranked either way. Without this only you see your own row. With it others see your streak and your percentage: whoever notes them day by day can often tell whether you did a day, missed it or had it off.',
	timeOff: 'Time off',
	save: 'Save',
	saved: 'Saved.',
	selfTests: 'Your self-tests',
	selfTestsText: 'Only you can see them. Look at the results, enter new ones, or delete them.',
	toSelfTests: 'Open self-tests',
	theme: 'Appearance',
	notKept: 'This browser does not keep your choice: it lasts until the page is closed.',
	themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
	motion: 'Motion',
	motions: { system: 'Like the system', reduced: 'Reduced', full: 'Full' },
	languageOfBrowser: 'As my browser',
	signOut: 'Sign out',
	signOutTitle: 'This device',
	leaveDemo: 'Leave the demo',
};
