import { texts } from '../texts';

export const app = texts('app', {
	challenge: 'Challenge',
	name: 'Stretch Challenge',
	skipToContent: 'Skip to content',
	mainNavigation: 'Main',
	moreNavigation: 'Exercises and help',
	exercises: 'Exercises',
	help: 'Help and safety',
	today: 'Today',
	boards: 'Boards',
	progress: 'Progress',
	challenges: 'Challenges',
	me: 'Me',
	language: 'Language',
	close: 'Close',
	cancel: 'Cancel',
	loading: 'Loading…',
	signIn: 'Sign in',
	tryAgain: 'Try again',
	guest: 'This is a demo: nothing here counts for a real challenge.',
	guestJoin: 'Create an account',
	notFoundTitle: 'Nothing here',
	notFound: 'This page does not exist, or it is not yours to see.',
	failedTitle: 'That did not work',
	home: 'Go to the start page',
});

/** The state of the live connection. */
export const connection = texts('connection', {
	offlineHint: 'The boards stand still until the connection is back. Trying on.',
	offline: 'Offline',
	reconnecting: 'Reconnecting…',
	connecting: 'Connecting…',
	live: 'Live',
});
