import type { Part } from './language';

/** The routes whose texts are not among those that most screens need. */
const parts: Readonly<Record<string, Part>> = {
	'/(open)/help': 'help',
	'/live/[code]': 'live',
	'/wall/[token]': 'live',
	'/(app)/progress': 'selfTests',
	'/(app)/progress/self-tests': 'selfTests',
	'/(app)/teams/[id]': 'team',
};

/** The part of the texts that a route needs besides. */
export const partOf = (route: string | null): Part | undefined => parts[route ?? ''];
