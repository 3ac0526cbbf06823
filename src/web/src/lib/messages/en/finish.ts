import { count } from '../plural';

/** How a routine ended, and one that is not there. */
export const finish = {
	restTitle: 'Breathe a moment',
	restText: (clock: string) => `You were quick. It counts in ${clock}.`,
	sending: 'Saving your day…',
	countedTitle: 'Well done!',
	counted: 'Your day counts.',
	countedAlready: 'Today was counted already; these minutes are a bonus.',
	streak: (value: number) => `${count(value, 'day', 'days')} in a row`,
	keptTitle: 'Done, and kept',
	kept: 'The server cannot be reached now. Your routine is kept on this device and sent as soon as it can be.',
	refusedTitle: 'Not counted',
	toToday: 'Back to today',
	toBoards: 'See the boards',
	unknownTitle: 'This routine is not on this device',
	unknown: 'A routine runs where it was started. Start a new one from Today.',
};
