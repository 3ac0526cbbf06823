import type { FigureData } from './types';
import { cos, sin, type Point, type Vector } from './vector';

/** A parallel projection: a point's position in the picture, and its nearness to the viewer. */
export type Camera = { project: (point: Vector) => Point; depth: (point: Vector) => number };

/**
 * From the side, slightly oblique: the floor and lying bodies stay level, and far points are shifted
 * forward and up, so that far limbs are not hidden behind the near ones.
 */
const side: Camera = {
	project: ([x, y, z]) => [x - 0.26 * z, y + 0.12 * z],
	depth: ([, , z]) => z,
};

/** Turned by `yaw` toward the person's front and seen from `pitch` above. */
const turned = (yaw: number, pitch: number): Camera => {
	const depth = ([x, , z]: Vector) => x * sin(yaw) + z * cos(yaw);
	return {
		project: (point) => [
			point[0] * cos(yaw) - point[2] * sin(yaw),
			point[1] * cos(pitch) + depth(point) * sin(pitch),
		],
		depth,
	};
};

const cameras = {
	side,
	front: turned(90, 9),
	/** Nearly the front. */
	slant: turned(66, 14),
	/** Half way between side and front. */
	quarter: turned(48, 12),
	/** Mostly the side, from above. */
	raised: turned(33, 20),
};

export const cameraOf = (figure: FigureData): Camera => cameras[figure.view ?? 'side'];

/** Whether far limbs are drawn paler: not in views where both sides are equally near. */
export const isFar = ({ view = 'side' }: FigureData): boolean =>
	view === 'side' || view === 'quarter';
