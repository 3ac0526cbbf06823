import { cameraOf } from './camera';
import { outline } from './drawing';
import { placeOf } from './props';
import { poseAt, shownMs, stillOf } from './timeline';
import type { FigureData, PropData } from './types';
import type { Vector } from './vector';

/** The part of the drawing that the picture shows; the aspect ratio is the same for all. */
export type Frame = {
	x: number;
	y: number;
	width: number;
	height: number;
	/** The y of the floor's middle. */
	floor: number;
};

export const aspect = 6 / 5;
const WIDTH = 192;
const MARGIN = 9;

/** Points of a prop that must be visible. */
function extent(figure: FigureData, prop: PropData): Vector[] {
	switch (prop.kind) {
		case 'chair':
			return [
				[prop.x - 25, prop.back === 'none' ? -42 : -86, 0],
				[prop.x + 25, 0, 0],
			];
		case 'desk':
		case 'table':
			return [
				[prop.x - 6, -(prop.height ?? 74), 0],
				[prop.x + (prop.width ?? 70) + 8, 0, 0],
			];
		case 'wall':
			return [[prop.x + (prop.side === 'left' ? -12 : 12), -Math.min(prop.height ?? 150, 172), 0]];
		case 'ball':
		case 'roller':
			return [
				[prop.x - prop.radius, 0, 0],
				[prop.x + prop.radius, 0, 0],
			];
		case 'mat': {
			const z = prop.lateral ?? 26;
			return [prop.from - 2, prop.to + 2].flatMap((x): Vector[] => [
				[x, 0, -z],
				[x, 0, z],
			]);
		}
		case 'support':
		case 'post':
			return [[prop.x, -prop.height, prop.z ?? 0]];
		case 'arrow':
			return [];
		case 'strap':
		case 'band':
			return prop.through.map((place) => placeOf(stillOf(figure).body, place));
		default:
			return [[prop.x, 0, 0]];
	}
}

/** A frame that contains the figure during its whole motion, with the floor near the bottom. */
export function frameOf(figure: FigureData): Frame {
	const { project } = cameraOf(figure);
	let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, 0];
	const include = (at: Vector, radius: number) => {
		const [x, y] = project(at);
		left = Math.min(left, x - radius);
		right = Math.max(right, x + radius);
		top = Math.min(top, y - radius);
		bottom = Math.max(bottom, y + radius);
	};

	const whole = shownMs(figure);
	for (let ms = 0; ms <= whole; ms += whole / 24) {
		for (const { at, radius } of outline(poseAt(figure, ms).body)) include(at, radius);
	}
	for (const prop of figure.props ?? []) {
		for (const at of extent(figure, prop)) include(at, 2);
	}

	const { root } = stillOf(figure).body;
	const floor = project([root[0], 0, 0])[1];
	if ((figure.view ?? 'side') !== 'side') bottom = Math.max(bottom, floor + 12);
	const width = Math.max(WIDTH, right - left + 2 * MARGIN, (bottom - top + 2 * MARGIN) * aspect);
	const height = width / aspect;
	// Low figures get more space below them, so that they are not at the lower edge.
	const below = Math.min(Math.max(MARGIN + 2, (height - (bottom - top)) / 2), 50);
	return { x: (left + right - width) / 2, y: bottom + below - height, width, height, floor };
}
