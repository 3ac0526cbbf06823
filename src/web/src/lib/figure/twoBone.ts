import { add, distance, dot, scale, subtract, unit, type Vector } from './vector';

export type Reach = {
	middle: Vector;
	end: Vector;
	/** How far the target lies out of reach. */
	miss: number;
};

/**
 * Two bones from `origin` to `target`, in closed form: of all places for the joint between them, the
 * one toward `pole`. A target out of reach is met as near as the bones allow.
 */
export function reach(
	origin: Vector,
	target: Vector,
	upper: number,
	lower: number,
	pole: Vector,
): Reach {
	const axis = unit(subtract(target, origin));
	const wanted = distance(origin, target);
	const span = Math.min(Math.max(wanted, Math.abs(upper - lower) + 1e-3), upper + lower);
	const along = (upper * upper - lower * lower + span * span) / (2 * span);
	const height = Math.sqrt(Math.max(0, upper * upper - along * along));
	const bend = unit(subtract(pole, scale(axis, dot(axis, pole))));

	return {
		middle: add(add(origin, scale(axis, along)), scale(bend, height)),
		end: add(origin, scale(axis, span)),
		miss: Math.abs(wanted - span),
	};
}
