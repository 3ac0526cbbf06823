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
};
