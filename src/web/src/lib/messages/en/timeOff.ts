/** The list and the form of one's days off. */
export const timeOff = {
	title: 'Time off',
	text: 'On these days nothing is expected of you, and your streak waits; what you do then is a bonus. No reason needed.',
	none: 'No days off from today on.',
	onNow: 'On now',
	onToday: 'Until today',
	cancel: (days: string) => `Take back ${days}`,
	cancelRest: (days: string) => `Take back what is left of ${days}, from tomorrow on`,
	from: 'First day',
	to: 'Last day',
	save: 'Save time off',
	limits: (days: number, back: number) =>
		`From tomorrow on as many days as you like. Today and past days: at most ${days} in each challenge, up to ${back} days back. Days that you have done stay done.`,
	saved: (from: string, to: string) =>
		from === to ? `Noted: off on ${from}.` : `Noted: off from ${from} to ${to}.`,
	merged: (from: string, to: string) =>
		`Noted, together with the days off beside it: off from ${from} to ${to}.`,
};
