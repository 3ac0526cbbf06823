import type { FigureData } from './types';

/** One lazy file for each exercise, so that a page loads only the figures it shows. */
const files = import.meta.glob<FigureData>('./poses/*.json', { import: 'default' });

const idOf = (path: string) => path.slice('./poses/'.length, -'.json'.length);
const loaders = new Map(Object.entries(files).map(([path, load]) => [idOf(path), load]));

/** The exercises that have a figure. */
export const figureIds = [...loaders.keys()].sort();

/** The figure of an exercise; undefined if it has none. */
export const loadFigure = async (exercise: string): Promise<FigureData | undefined> =>
	loaders.get(exercise)?.();

/** The alternative text of an exercise's figure. */
export async function figureText(exercise: string): Promise<string> {
	const { descriptions } = await import('./descriptions');
	return descriptions[exercise]?.() ?? '';
}
