import type { Language } from './language';
import { translate, type Translation } from './texts';

type Part =
	| 'challenge'
	| 'challenges'
	| 'exercise'
	| 'exercises'
	| 'help'
	| 'live'
	| 'problems'
	| 'selfTests'
	| 'team'
	| 'wall';
type Load = () => Promise<Translation>;

// What most screens need is one file, read before the first paint; the large parts come with the screens that need them.
const german: { main: Load } & Record<Part, Load> = {
	main: () => import('./de'),
	challenge: () => import('./de/challenge'),
	challenges: () => import('./de/challenges'),
	exercise: () => import('./de/exercise'),
	exercises: () => import('./de/exercises'),
	help: () => import('./de/help'),
	live: () => import('./de/live'),
	problems: () => import('./de/problems'),
	selfTests: () => import('./de/selfTests'),
	team: () => import('./de/team'),
	wall: () => import('./de/wall'),
};

const all: Readonly<Record<Exclude<Language, 'en'>, typeof german>> = { de: german };

/** The parts of routes that need some. */
const partsOf: Readonly<Record<string, readonly Part[]>> = {
	'/(app)/challenges': ['challenges'],
	'/(app)/challenges/new': ['challenges'],
	'/(app)/challenges/[id]': ['challenge', 'challenges', 'wall'],
	'/(open)/exercises': ['exercises'],
	'/(open)/exercises/[id]': ['exercise', 'exercises'],
	'/(open)/help': ['help'],
	'/live/[code]': ['live'],
	'/wall/[token]': ['live', 'wall'],
	'/(app)/progress': ['selfTests'],
	'/(app)/progress/self-tests': ['selfTests'],
	'/(app)/teams/[id]': ['team'],
};

let shown = german;

/** Reads what most screens need. */
export async function load(language: Exclude<Language, 'en'>): Promise<void> {
	shown = all[language];
	translate(await shown.main());
}

/** Reads a part; what cannot be had is shown in English. */
export const loadPart = (part: Part): Promise<void> =>
	shown[part]().then(translate, () => undefined);

/** Reads the parts that a route needs. */
export async function loadFor(route: string | null): Promise<void> {
	await Promise.all((partsOf[route ?? ''] ?? []).map(loadPart));
}
