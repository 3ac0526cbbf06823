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
	kept: 'The server cannot be reached now. Your routine is sent as soon as it can be.',
	keptSignedOut: 'You are signed out. Your routine is sent when you sign in again.',
	keptForOwner: 'Another account is signed in now. Your routine is sent when you sign in again.',
	keptHere: 'Until then it is kept on this device.',
	keptInTab: 'This browser keeps it in this tab alone: leave the tab open until it is sent.',
	refusedTitle: 'Not counted',
	toToday: 'Back to today',
	toBoards: 'See the boards',
	replaceTitle: 'Start a new routine?',
	replaceText: 'One that you began is not finished yet. A new one takes its place.',
	replace: 'Start a new one',
	goOn: 'Go on with it',
	unknownTitle: 'This routine is not on this device',
	unknown: 'A routine runs where it was started. Start a new one from Today.',
};
