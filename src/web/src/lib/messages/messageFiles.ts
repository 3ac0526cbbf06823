/** A message source, in the folder of each language. */
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
	| 'keys'
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
	| 'timeOff'
	| 'today'
	| 'wall'
	| 'welcome';

/**
 * The messages of each route, besides `commonFiles`. A build bundles them to one file per route and language
 * (messages.config.js), so a visitor loads one file.
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
	'/play/[run]': ['keys', 'player', 'sound', 'time'],
	'/(app)/boards': ['boards', 'noChallenge'],
	'/(app)/progress': ['days', 'noChallenge', 'progress', 'selfTestHint', 'time'],
	'/(app)/progress/self-tests': ['selfTestHint', 'selfTests', 'time'],
	'/(app)/challenges': ['challenges', 'days', 'noChallenge', 'time'],
	'/(app)/challenges/new': ['challenges', 'days', 'time'],
	'/(app)/challenges/[id]': ['challenge', 'challenges', 'days', 'time'],
	'/(app)/challenges/[id]/boards': ['connection', 'boards', 'teamToday'],
	'/(app)/me': ['calendarFeed', 'days', 'keys', 'me', 'safetyAnswer', 'safetyQuestion', 'time'],
	'/(app)/teams/[id]': ['connection', 'breaks', 'days', 'team', 'time'],
	'/live/[code]': ['connection', 'keys', 'live', 'player', 'sound', 'time'],
	'/wall/[token]': ['connection', 'live', 'player', 'time', 'wall'],
	'/dev/[page]': ['connection', 'days'],
};

/** The messages of every route, and the only ones of an unknown address. */
export const commonFiles: readonly MessageFile[] = ['app', 'errors'];

/** The messages that are loaded later, with the component that reads them. */
export const lazyFiles = [
	'breaks',
	'finish',
	'offline',
	'problems',
	'safety',
	'safetyQuestion',
	'selfTestHint',
	'selfTests',
	'timeOff',
	'wall',
] as const satisfies readonly MessageFile[];

export type LazyMessageFile = (typeof lazyFiles)[number];

/** The file name of a route's messages; null for an unknown address. */
export const fileOf = (route: string | null) => `page${(route ?? '').replaceAll(/\W+/g, '-')}`;
