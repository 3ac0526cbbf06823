import { describe, expect, it } from 'vitest';
import { faultsOf } from './faults';
import type { FigureData } from './types';

const files = import.meta.glob<FigureData>('./poses/*.json', { import: 'default', eager: true });
const figures = Object.entries(files).map(
	([path, figure]) => [path.slice('./poses/'.length, -'.json'.length), figure] as const,
);

/** The first fault of each kind, with how often it comes. */
function summary(figure: FigureData): string[] {
	const kinds = new Map<string, string>();
	for (const { ms, what } of faultsOf(figure)) {
		const kind = what.replace(/[-\d.]+/g, '#');
		if (!kinds.has(kind)) kinds.set(kind, `${what} at ${ms} ms`);
	}
	return [...kinds.values()];
}

describe('figures', () => {
	it.each(figures)('%s_AtEveryFrame_IsAHumanBodyOnItsFloor', (_, figure) => {
		expect(summary(figure)).toEqual([]);
	});
});
