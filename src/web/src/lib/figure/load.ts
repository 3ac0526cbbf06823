import { loadFigureDescriptions } from '$lib/messages/figureDescriptions';
import type { FigureData } from './types';

/** One lazy file for each exercise, so that nobody loads the figures of others. */
const files = import.meta.glob<FigureData>('./poses/*.json', { import: 'default' });

const idOf = (path: string) => path.slice('./poses/'.length, -'.json'.length);
const loaders = new Map(Object.entries(files).map(([path, load]) => [idOf(path), load]));

/** The exercises that have a figure. */
export const figureIds = [...loaders.keys()].sort();

/** The figure of an exercise; none for an id that has none. */
export const loadFigure = async (exercise: string): Promise<FigureData | undefined> =>
	loaders.get(exercise)?.();

/** What the figure of an exercise shows, in words. */
export async function figureText(exercise: string): Promise<string> {
	return (await loadFigureDescriptions())[exercise] ?? '';
}
