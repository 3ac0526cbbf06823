/** What Today opens only when asked: undoing and time off. */
export const dayActions = {
	undoTitle: 'Undo today’s check-in?',
	undoText: 'Today will be open again. You can do another routine later today.',
	undoYes: 'Undo it',
	timeOffTitle: 'Time off',
	timeOffText:
		'On these days nothing is expected of you, and your streak waits; what you do then is a bonus. No reason needed. From tomorrow on there is no limit; of today and the last seven days at most five in all count in a challenge, and days that are done stay done.',
	timeOffFrom: 'First day',
	timeOffTo: 'Last day',
	timeOffSave: 'Save time off',
	timeOffSaved: (from: string, to: string) =>
		from === to ? `Noted: off on ${from}.` : `Noted: off from ${from} to ${to}.`,
	timeOffUndo: 'Take it back',
};
