import type { Camera } from './camera';
import { around } from './shapes';
import type { Body } from './body';
import { add, mix, scale, subtract, unit, type Vector } from './vector';

/** Sections of the trunk from the hips (s = 0) to the neck's base (s = 1): two discs of radius `thick`, `wide` to each side. */
const profile = [
	{ s: 0, thick: 8.6, wide: 5 },
	{ s: 0.28, thick: 8, wide: 4.6 },
	{ s: 0.55, thick: 8.2, wide: 5.6 },
	{ s: 0.8, thick: 8.4, wide: 7.4 },
	{ s: 1, thick: 6.2, wide: 9.4 },
] as const;

function section(s: number) {
	const next = profile.findIndex((entry) => entry.s >= s);
	const [a, b] = [profile[Math.max(0, next - 1)], profile[next]];
	if (!a || !b) return { thick: 6.2, wide: 9.4 };
	const t = b.s === a.s ? 0 : (s - a.s) / (b.s - a.s);
	return { thick: mix(a.thick, b.thick, t), wide: mix(a.wide, b.wide, t) };
}

/** The trunk at `s`: its middle, the directions up and front, and half its depth. */
export function trunkAt(body: Body, s: number) {
	const last = body.spine.length - 1;
	const index = Math.min(last - 1, Math.max(0, Math.floor(s * last)));
	const [a, b] = [body.spine[index] as Vector, body.spine[index + 1] as Vector];
	const at = add(a, scale(subtract(b, a), s * last - index));
	const up = unit(subtract(b, a));
	// The cross product of the hip axis and up, which also holds for a lying or leaning body.
	const axis = body.hipAxis;
	const front: Vector = unit([
		axis[1] * up[2] - axis[2] * up[1],
		axis[2] * up[0] - axis[0] * up[2],
		axis[0] * up[1] - axis[1] * up[0],
	]);
	return { at, up, front, thick: section(s).thick };
}

/** The trunk's outline: the hull around the discs of each two neighbouring sections. */
export function trunkPath(body: Body, camera: Camera, breath: number, from = 0): string {
	const last = body.spine.length - 1;
	const discs = body.spine.map((at, index) => {
		const s = index / last;
		const { thick, wide } = section(s);
		const axis = add(scale(body.hipAxis, 1 - s), scale(body.shoulderAxis, s));
		const aside = scale(unit(axis), wide);
		// The chest rises and falls with the breath.
		const radius = thick + (s > 0.4 && s < 1 ? 0.8 * breath : 0);
		return [
			{ at: camera.project(add(at, aside)), radius },
			{ at: camera.project(subtract(at, aside)), radius },
		];
	});
	return discs
		.slice(1)
		.map((pair, index) => (index / last < from ? '' : around([...(discs[index] ?? []), ...pair])))
		.join('');
}
