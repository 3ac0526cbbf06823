import { describe, expect, it } from 'vitest';
import { faultsOf } from './faults';
import { problemsOf } from './schema';
import { poseAt, shownMs, stillOf } from './timeline';
import type { FigureData } from './types';
import { distance } from './vector';

const files = import.meta.glob<FigureData>('./poses/*.json', { import: 'default', eager: true });
const figures = Object.entries(files).map(
	([path, figure]) => [path.slice('./poses/'.length, -'.json'.length), figure] as const,
);

/** The first fault of each kind. */
function summary(figure: FigureData): string[] {
	const kinds = new Map<string, string>();
	for (const { ms, what } of faultsOf(figure)) {
		const kind = what.replace(/[-\d.]+/g, '#');
		if (!kinds.has(kind)) kinds.set(kind, `${what} at ${ms} ms`);
	}
	return [...kinds.values()];
}

describe('figures', () => {
	it.each(figures)('%s_File_IsAFigure', (_, figure) => {
		expect(problemsOf(figure)).toEqual([]);
	});

	it.each(figures)('%s_Frames_NameItsPoses', (_, figure) => {
		const named = [...(figure.enter ?? []), ...figure.loop].map((frame) => frame.pose);
		const poses = Object.keys(figure.poses);
		expect([...named, figure.key, figure.start].filter((pose) => !poses.includes(pose))).toEqual(
			[],
		);
	});

	it.each(figures)('%s_KeyPose_IsShownWhileItMoves', (_, figure) => {
		const key = stillOf(figure).body.head;
		const nearest = Math.min(
			...Array.from({ length: 400 }, (_unused, index) =>
				distance(poseAt(figure, (shownMs(figure) * index) / 400).body.head, key),
			),
		);
		expect(nearest).toBeLessThan(1);
	});

	it.each(figures)('%s_AtEveryFrame_IsAHumanBodyOnItsFloor', (_, figure) => {
		expect(summary(figure)).toEqual([]);
	});
});
