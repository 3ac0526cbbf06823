/** The keys of a routine and of a live break. */
export const keys = {
	title: 'Keys',
	show: 'Keys',
	labels: { space: 'Space', next: '→', back: '←', easier: 'E', time: 'T', help: '?' },
	names: {
		space: 'Pause and go on',
		next: 'Skip the step',
		back: 'Back to the beginning of the step, or to the one before',
		easier: 'Easier or usual version',
		time: 'How much time is left',
		help: 'This list',
	},
	letters: 'Use keys of one character',
	lettersHint: 'Switch them off if you use speech input. This device keeps your choice.',
	done: 'Done',
};
