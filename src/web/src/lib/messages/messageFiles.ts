/** A message file, in each language's folder. */
export type MessageFile =
	| 'account'
	| 'app'
	| 'boards'
	| 'breaks'
	| 'calendarFeed'
	| 'challenge'
	| 'challenges'
	| 'connection'
	| 'dayActions'
	| 'days'
	| 'errors'
	| 'exercise'
	| 'exercises'
	| 'finish'
	| 'help'
	| 'join'
	| 'live'
	| 'me'
	| 'noChallenge'
	| 'offline'
	| 'player'
	| 'problems'
	| 'progress'
	| 'safety'
	| 'safetyAnswer'
	| 'safetyQuestion'
	| 'selfTestHint'
	| 'selfTests'
	| 'sound'
	| 'team'
	| 'teamToday'
	| 'time'
	| 'today'
	| 'wall'
	| 'welcome';

/**
 * What each route reads besides what all do. A build makes one file of it for each language (messages.config.js): a reader
 * loads one file, with the messages of one language that the screen shows.
 */
export const messageFilesByRoute: Readonly<Record<string, readonly MessageFile[]>> = {
	'/(public)': ['welcome'],
	'/(public)/join': ['join'],
	'/(public)/join/[code]': ['account', 'join', 'safetyQuestion', 'time'],
	'/(public)/sign-in': ['account'],
	'/(public)/sign-up': ['account'],
	'/(open)/help': ['help', 'safety'],
	'/(open)/exercises': ['exercises'],
	'/(open)/exercises/[id]': ['exercise', 'exercises'],
	'/(app)/today': [
		'dayActions',
		'days',
		'noChallenge',
		'selfTestHint',
		'teamToday',
		'time',
		'today',
	],
	'/play/[run]': ['player', 'sound', 'time'],
	'/(app)/boards': ['boards', 'noChallenge'],
	'/(app)/progress': ['days', 'noChallenge', 'progress', 'selfTestHint', 'time'],
	'/(app)/progress/self-tests': ['selfTestHint', 'selfTests', 'time'],
	'/(app)/challenges': ['challenges', 'days', 'noChallenge', 'time'],
	'/(app)/challenges/new': ['challenges', 'days', 'time'],
	'/(app)/challenges/[id]': ['challenge', 'challenges', 'days', 'time'],
	'/(app)/challenges/[id]/boards': ['connection', 'boards', 'teamToday'],
	'/(app)/me': ['calendarFeed', 'days', 'me', 'safetyAnswer', 'safetyQuestion', 'time'],
	'/(app)/teams/[id]': ['connection', 'breaks', 'days', 'team', 'time'],
	'/live/[code]': ['connection', 'live', 'player', 'sound', 'time'],
	'/wall/[token]': ['connection', 'live', 'player', 'time', 'wall'],
	'/dev/figures': [],
	'/dev/ui': ['connection', 'days'],
};

/** What every route reads, and all that an address of no route does. */
export const commonFiles: readonly MessageFile[] = ['app', 'errors'];

/** What comes later than the page, with the component that reads it. */
export const lazyFiles = [
	'breaks',
	'finish',
	'offline',
	'problems',
	'safety',
	'safetyQuestion',
	'selfTestHint',
	'selfTests',
	'wall',
] as const satisfies readonly MessageFile[];

export type LazyMessageFile = (typeof lazyFiles)[number];

/** The file of a route, known by its id; of no route where it has none. */
export const fileOf = (route: string | null) => `page${(route ?? '').replaceAll(/\W+/g, '-')}`;
