/** What everybody reads before their first routine; within reach of the player and the help. */
export const safety = {
	title: 'Before you begin',
	lead: 'A minute of reading, once. You find it again in the player and in the help.',
	points: [
		{
			title: 'Mild tension is fine',
			text: 'Move until you feel a gentle pull, stay there and breathe slowly and deeply.',
		},
		{
			title: 'Pain means stop',
			text: 'Sharp pain, pain that spreads into the leg, or pain that grows: stop at once. Any step can be skipped.',
		},
		{
			title: 'Never bounce, never force',
			text: 'Go in and come out slowly, with a long back rather than a round one. Further is not better.',
		},
		{
			title: 'With a disc injury: no hamstring stretching',
			text: 'Do the gentle routine instead. It counts just as much, and nobody else can tell.',
		},
		{
			title: 'In pain? Ask a doctor first',
			text: 'This is a habit to keep, not a treatment. It promises no healing.',
		},
	],
	again: 'Safety notes',
	accept: 'I have read this, start',
	more: 'More questions and answers',
} as const;

/** The one question about health, asked when somebody joins. */
export const safetyQuestion = {
	question: 'Do you have a disc injury in your back?',
	hint: 'Such as a slipped or herniated disc. Then you get gentle routines without hamstring stretches, with full credit.',
	privacy:
		'Only you can see your answer. It is stored encrypted, chooses your routine and does nothing else. Change or delete it in Me at any time.',
	no: 'No',
	yes: 'Yes',
	skip: 'Not now',
	unsure: 'Not sure? Choose yes, and ask a doctor.',
} as const;

/** The place in Me where the answer can be seen, changed and deleted. */
export const safetyAnswer = {
	title: 'Your safety answer',
	notAnswered: 'You have not answered, so you get the usual routines.',
	unreadable:
		'The server can no longer read your answer, so you get the gentle routines. Answer again, or delete it.',
	answeredYes: 'You get the gentle routines, with full credit.',
	answeredNo: 'You get the usual routines.',
	save: 'Save the answer',
	saved: 'Saved.',
	delete: 'Delete my answer',
	deleteTitle: 'Delete your safety answer?',
	deleteText: 'Your answer is erased, and the safety notes show again before your next routine.',
	deleteYes: 'Delete it',
	deleted: 'Deleted.',
} as const;
