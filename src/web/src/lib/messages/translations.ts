import type { Language } from './language';
import { translate, type Translation } from './texts';

type Part = 'help' | 'live' | 'problems' | 'selfTests' | 'team';
type Load = () => Promise<Translation>;

// What most screens need is one file, read before the first paint; the large parts come with the screens that need them.
const german: { main: Load } & Record<Part, Load> = {
	main: () => import('./de'),
	help: () => import('./de/help'),
	live: () => import('./de/live'),
	problems: () => import('./de/problems'),
	selfTests: () => import('./de/selfTests'),
	team: () => import('./de/team'),
};

const all: Readonly<Record<Exclude<Language, 'en'>, typeof german>> = { de: german };

/** The parts of routes that need one. */
const partOf: Readonly<Record<string, Part>> = {
	'/(open)/help': 'help',
	'/live/[code]': 'live',
	'/wall/[token]': 'live',
	'/(app)/progress': 'selfTests',
	'/(app)/progress/self-tests': 'selfTests',
	'/(app)/teams/[id]': 'team',
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

/** Reads the part that a route needs, if any. */
export async function loadFor(route: string | null): Promise<void> {
	const part = partOf[route ?? ''];
	if (part) await loadPart(part);
}
