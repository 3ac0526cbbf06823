export const sound = {
	button: (mode: string) => `Sound: ${mode}`,
	title: 'Sound',
	text: 'What you want to hear when a step begins, at its half and near its end. This device keeps your choice.',
	off: 'Off',
	tones: 'Tones',
	voice: 'Tones and voice',
	noVoice: 'This browser has no voice to speak with.',
	done: 'Done',
};
