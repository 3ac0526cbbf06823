import type { Point } from './vector';

/** Rounded to a tenth of a unit, which is less than a pixel at any size. */
const n = (value: number): string => String(Math.round(value * 10) / 10);
const p = ([x, y]: Point): string => `${n(x)} ${n(y)}`;

export const circle = ([x, y]: Point, radius: number): string =>
	`M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 1 ${n(2 * radius)} 0a${n(radius)} ${n(radius)} 0 1 1 ${n(-2 * radius)} 0Z`;

/** The outline of two discs joined by their outer tangents: a tapered limb. */
export function capsule(a: Point, b: Point, radiusA: number, radiusB: number): string {
	const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
	const apart = Math.hypot(dx, dy);
	if (apart <= Math.abs(radiusA - radiusB) + 0.05) {
		return radiusA > radiusB ? circle(a, radiusA) : circle(b, radiusB);
	}

	// The outer tangents touch both discs at this angle from the axis.
	const axis = Math.atan2(dy, dx);
	const open = Math.acos((radiusA - radiusB) / apart);
	const on = (centre: Point, radius: number, angle: number): Point => [
		centre[0] + radius * Math.cos(angle),
		centre[1] + radius * Math.sin(angle),
	];
	const [r, s] = [n(radiusA), n(radiusB)];
	const largeA = open < Math.PI / 2 ? 1 : 0;
	return (
		`M${p(on(a, radiusA, axis + open))}A${r} ${r} 0 ${largeA} 1 ${p(on(a, radiusA, axis - open))}` +
		`L${p(on(b, radiusB, axis - open))}A${s} ${s} 0 ${1 - largeA} 1 ${p(on(b, radiusB, axis + open))}Z`
	);
}

export const polyline = (points: Point[]): string => `M${points.map(p).join('L')}`;
export const polygon = (points: Point[]): string => `${polyline(points)}Z`;

/** A smooth line through three points that bends toward the middle one. */
export const bow = (from: Point, toward: Point, to: Point): string =>
	`M${p(from)}Q${p(toward)} ${p(to)}`;

const STEPS = 20;

/** The convex outline around discs. */
export function around(discs: { at: Point; radius: number }[]): string {
	const points = discs.flatMap(({ at, radius }) =>
		Array.from({ length: STEPS }, (_, index): Point => {
			const angle = (2 * Math.PI * index) / STEPS;
			return [at[0] + radius * Math.cos(angle), at[1] + radius * Math.sin(angle)];
		}),
	);
	return polygon(hull(points));
}

/** The convex hull (Andrew's monotone chain). */
function hull(points: Point[]): Point[] {
	const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	const half = (ordered: Point[]) => {
		const chain: Point[] = [];
		for (const point of ordered) {
			while (chain.length >= 2 && !turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop();
			chain.push(point);
		}
		return chain.slice(0, -1);
	};
	return [...half(sorted), ...half(sorted.reverse())];
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
	if (!a || !b) return true;
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}
