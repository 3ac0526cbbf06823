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
};
