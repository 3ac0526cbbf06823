/** What Today opens only when asked. */
export const dayActions = {
	undoTitle: 'Undo today’s check-in?',
	undoText: 'Today will be open again. You can do another routine later today.',
	undoYes: 'Undo it',
};
