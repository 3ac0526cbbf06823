/**
 * A point or direction of the body's space: x forward (where a standing person looks), y down (the
 * floor is 0), z toward the person's right, which is the near side of the side view.
 */
export type Vector = readonly [x: number, y: number, z: number];

/** A point of the picture, y down. */
export type Point = readonly [x: number, y: number];

export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vector): number => Math.hypot(...a);
export const distance = (a: Vector, b: Vector): number => length(subtract(a, b));

export const cross = (a: Vector, b: Vector): Vector => [
	a[1] * b[2] - a[2] * b[1],
	a[2] * b[0] - a[0] * b[2],
	a[0] * b[1] - a[1] * b[0],
];

export function unit(a: Vector): Vector {
	const size = length(a);
	return size < 1e-9 ? [0, 0, 0] : scale(a, 1 / size);
}

/** The point `t` of the way from `a` to `b`. */
export const lerp = (a: Vector, b: Vector, t: number): Vector => add(a, scale(subtract(b, a), t));

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

const RADIAN = Math.PI / 180;
export const sin = (degrees: number): number => Math.sin(degrees * RADIAN);
export const cos = (degrees: number): number => Math.cos(degrees * RADIAN);
export const degrees = (radians: number): number => radians / RADIAN;

/** The angle between two directions, 0 to 180 degrees. */
export const angleBetween = (a: Vector, b: Vector): number =>
	degrees(Math.acos(Math.min(1, Math.max(-1, dot(unit(a), unit(b))))));

/**
 * The direction at `angle` degrees from straight down, forward being positive, turned `out` degrees
 * out of that plane toward +z.
 */
export const direction = (angle: number, out = 0): Vector => [
	cos(out) * sin(angle),
	cos(out) * cos(angle),
	sin(out),
];

/** Turns `a` about the unit vector `axis` (Rodrigues). */
export function turn(a: Vector, axis: Vector, by: number): Vector {
	if (by === 0) return a;
	const along = scale(axis, dot(axis, a) * (1 - cos(by)));
	return add(add(scale(a, cos(by)), scale(cross(axis, a), sin(by))), along);
}
