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
};
