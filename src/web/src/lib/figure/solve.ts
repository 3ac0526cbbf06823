import { boneOf, jointOf, type Body, type SolvedLimb } from './body';
import { blend, limbNames, type Limb, type Posture } from './posture';
import { bones, foot, grip, halfWidth, radius } from './rig';
import { alongSpine } from './spine';
import { reach } from './twoBone';
import type { BoneName, JointName, LimbName, OnBody, PinTarget } from './types';
import {
	add,
	cos,
	degrees,
	direction,
	lerp,
	scale,
	sin,
	subtract,
	turn,
	unit,
	type Vector,
} from './vector';

const SECTIONS = 8;
const Z: Vector = [0, 0, 1];
const X: Vector = [1, 0, 0];

const sign = (name: string): number => (name.endsWith('N') ? 1 : -1);
const isLeg = (name: string): boolean => name.startsWith('leg');

type Chain = { first: Vector; second: Vector; end: Vector; angles: [number, number, number] };

class Solver {
	readonly #posture: Posture;
	readonly #up: Vector;
	readonly #spine: Vector[];
	readonly #limbs = {} as Record<LimbName, SolvedLimb>;

	constructor(posture: Posture) {
		this.#posture = posture;
		this.#up = direction(180 - posture.pelvis - posture.spine);
		this.#spine = Array.from({ length: SECTIONS + 1 }, (_, index) =>
			alongSpine(posture.pelvis, posture.spine, index / SECTIONS),
		);
	}

	solve(): Body {
		const { limbs } = this.#posture;
		for (const name of limbNames) {
			if (!limbs[name].pin) this.#limbs[name] = this.#free(name, limbs[name]);
		}

		const root = this.#root();
		for (const name of limbNames) {
			if (limbs[name].pin) this.#limbs[name] = this.#pinned(name, limbs[name], root);
		}

		return this.#inRoom(root);
	}

	get #chest(): Vector {
		return this.#spine[SECTIONS] as Vector;
	}

	get #headUp(): Vector {
		const { pelvis, spine, neck } = this.#posture;
		return direction(180 - pelvis - spine - neck);
	}

	get #face(): Vector {
		const { pelvis, spine, neck } = this.#posture;
		return this.#twisted(direction(90 - pelvis - spine - neck));
	}

	get #head(): Vector {
		return add(this.#chest, scale(this.#headUp, bones.neck));
	}

	#twisted(vector: Vector): Vector {
		// A twist to the right moves the right shoulder back.
		return turn(vector, this.#up, -this.#posture.twist);
	}

	#origin(name: LimbName): Vector {
		return isLeg(name)
			? scale(Z, sign(name) * halfWidth.hip)
			: add(this.#chest, this.#twisted(scale(Z, sign(name) * halfWidth.shoulder)));
	}

	/** The angles of the limb's bones from straight down, from its joint angles. */
	#world(name: LimbName, { angles, end }: Limb): [number, number, number] {
		const { pelvis, spine } = this.#posture;
		if (isLeg(name)) {
			const thigh = angles[0] - pelvis;
			const shin = thigh - angles[1];
			return [thigh, shin, end ?? shin + 90 + angles[2]];
		}
		const upper = angles[0] - pelvis - spine;
		const fore = upper + angles[1];
		return [upper, fore, end ?? fore + angles[2]];
	}

	#free(name: LimbName, limb: Limb): SolvedLimb {
		const world = this.#world(name, limb);
		const side = sign(name);
		const turned = (angle: number, out: number) => {
			const straight = direction(angle, out * side);
			return isLeg(name) ? straight : this.#twisted(straight);
		};
		const [upper, lower] = lengths(name);
		const start = this.#origin(name);
		const middle = add(start, scale(turned(world[0], limb.out[0]), upper));
		const last = add(middle, scale(turned(world[1], limb.out[1]), lower));
		const chain: Chain = {
			first: turned(world[0], limb.out[0]),
			second: turned(world[1], limb.out[1]),
			end: turned(world[2], limb.out[2]),
			angles: this.#joints(name, world),
		};
		return this.#limb(name, chain, [start, middle, last], world[2], 0);
	}

	#joints(name: LimbName, world: [number, number, number]): [number, number, number] {
		const { pelvis, spine } = this.#posture;
		return isLeg(name)
			? [world[0] + pelvis, world[0] - world[1], world[2] - world[1] - 90]
			: [world[0] + pelvis + spine, world[1] - world[0], world[2] - world[1]];
	}

	#limb(
		name: LimbName,
		chain: Chain,
		joints: SolvedLimb['joints'],
		endAngle: number,
		miss: number,
	): SolvedLimb {
		const down = direction(endAngle - 90);
		const at = (place: readonly [number, number]) =>
			add(joints[2], add(scale(chain.end, place[0]), scale(down, place[1])));
		const outOf = (bone: Vector) => degrees(Math.asin(bone[2])) * sign(name);
		const front = (bone: Vector) => {
			const angle = degrees(Math.atan2(bone[0], bone[1]));
			return direction(angle + 90);
		};
		return {
			joints,
			fronts: [front(chain.first), front(chain.second), scale(down, -1)],
			end: chain.end,
			heel: isLeg(name) ? at(foot.heel) : joints[2],
			tip: isLeg(name) ? at(foot.toe) : add(joints[2], scale(chain.end, bones.hand)),
			angles: chain.angles,
			out: [outOf(chain.first), outOf(chain.second), outOf(chain.end)],
			miss,
		};
	}

	#pinned(name: LimbName, limb: Limb, root: Vector): SolvedLimb {
		const pin = limb.pin;
		if (!pin) return this.#free(name, limb);
		const side = sign(name);
		const [upper, lower] = lengths(name);
		const origin = this.#origin(name);
		const point = lerp(this.#target(name, pin.from, root), this.#target(name, pin.to, root), pin.t);
		const target = add(point, this.#fromContact(name, limb));
		const gripping = pin.part === 'hand' ? grip : 0;
		const solved = reach(
			origin,
			target,
			upper,
			lower + gripping,
			this.#pole(name, limb, origin, target),
		);
		const first = unit(subtract(solved.middle, origin));
		const second = unit(subtract(solved.end, solved.middle));
		const last = add(solved.middle, scale(second, lower));
		const angleOf = (bone: Vector) => {
			const flat = isLeg(name) ? bone : turn(bone, this.#up, this.#posture.twist);
			return degrees(Math.atan2(flat[0], flat[1]));
		};
		const world: [number, number, number] = [angleOf(first), angleOf(second), 0];
		const reference = limb.angles[2];
		world[2] = limb.end ?? world[1] + (isLeg(name) ? 90 : 0) + reference;
		const end =
			limb.end === undefined && !isLeg(name) && reference === 0
				? second
				: direction(world[2], limb.out[2] * side);
		const joints = this.#joints(name, world);
		const angles: Chain['angles'] = [
			within(joints[0], isLeg(name) ? 55 : 60),
			within(joints[1], 70),
			within(joints[2], 0),
		];
		return this.#limb(
			name,
			{ first, second, end, angles },
			[origin, solved.middle, last],
			world[2],
			solved.miss,
		);
	}

	/** From the point that a heel, toe or palm touches to the ankle or wrist. */
	#fromContact(name: LimbName, limb: Limb): Vector {
		const part = limb.pin?.part;
		const angle = limb.end ?? 90;
		const along = direction(angle, limb.out[2] * sign(name));
		const down = direction(angle - 90);
		const back = (place: readonly [number, number], thick: number) =>
			subtract([0, -thick, 0], add(scale(along, place[0]), scale(down, place[1])));
		if (part === 'heel') return back(foot.heel, radius.heel);
		if (part === 'toe') return back(foot.toe, radius.toe);
		if (part === 'palm') return scale(down, -radius.wrist);
		return [0, 0, 0];
	}

	/** The direction in which the middle joint bends: knees forward, elbows back, turned outward by `bend`. */
	#pole(name: LimbName, limb: Limb, origin: Vector, target: Vector): Vector {
		const axis = subtract(target, origin);
		const flat = isLeg(name) ? axis : turn(axis, this.#up, this.#posture.twist);
		const front = direction(degrees(Math.atan2(flat[0], flat[1])) + (isLeg(name) ? 90 : -90));
		const pole = add(scale(front, cos(limb.bend)), scale(Z, sin(limb.bend) * sign(name)));
		return isLeg(name) ? pole : this.#twisted(pole);
	}

	#target(name: LimbName, target: PinTarget, root: Vector): Vector {
		const side = sign(name);
		if (!Array.isArray(target)) return this.#onBody(target, side);
		const aside = target[2] ?? (isLeg(name) ? halfWidth.hip : 10);
		return turn(subtract([target[0], target[1], aside * side], root), X, this.#posture.roll);
	}

	#onBody({ on, at, off = 0, aside = 0 }: OnBody, side: number): Vector {
		const { from, along, front } = this.#bone(on);
		return add(add(from, scale(along, at)), add(scale(front, off), scale(Z, aside * side)));
	}

	#bone(name: BoneName): { from: Vector; along: Vector; front: Vector } {
		const { pelvis, spine } = this.#posture;
		if (name === 'torso') {
			return { from: [0, 0, 0], along: this.#chest, front: direction(90 - pelvis - spine / 2) };
		}
		if (name === 'head') {
			return { from: this.#head, along: scale(this.#headUp, radius.head), front: this.#face };
		}
		return boneOf(this.#limbs, name);
	}

	#root(): Vector {
		const { root, anchor, roll } = this.#posture;
		if (!anchor) return [root[0], root[1], root[2] ?? 0];
		const local = this.#joint(anchor.joint);
		const moved = turn(local, X, -roll);
		return [
			anchor.at[0] - moved[0],
			anchor.at[1] - moved[1],
			anchor.at[2] === undefined ? (root[2] ?? 0) : anchor.at[2] - moved[2],
		];
	}

	#joint(name: JointName): Vector {
		if (name === 'root') return [0, 0, 0];
		if (name === 'chest') return this.#chest;
		if (name === 'head') return this.#head;
		return jointOf(this.#limbs, name);
	}

	/** The body moved and rolled to its place in the room. */
	#inRoom(root: Vector): Body {
		const posture = this.#posture;
		const { roll, effort } = posture;
		const way = (vector: Vector) => turn(vector, X, -roll);
		const place = (point: Vector) => add(root, way(point));
		const limb = (name: LimbName): SolvedLimb => {
			const from = this.#limbs[name];
			return {
				...from,
				joints: [place(from.joints[0]), place(from.joints[1]), place(from.joints[2])],
				fronts: [way(from.fronts[0]), way(from.fronts[1]), way(from.fronts[2])],
				end: way(from.end),
				heel: place(from.heel),
				tip: place(from.tip),
			};
		};
		return {
			spine: this.#spine.map(place),
			root,
			chest: place(this.#chest),
			head: place(this.#head),
			face: way(this.#face),
			hipAxis: way(Z),
			shoulderAxis: way(this.#twisted(Z)),
			limbs: { legN: limb('legN'), legF: limb('legF'), armN: limb('armN'), armF: limb('armF') },
			effort,
			posture,
		};
	}
}

function lengths(name: LimbName): [number, number] {
	return isLeg(name) ? [bones.thigh, bones.shin] : [bones.upperArm, bones.foreArm];
}

/** The same angle, within half a turn of `middle`. */
function within(angle: number, middle: number): number {
	return angle - 360 * Math.round((angle - middle) / 360);
}

/** The body in a posture. */
export const solve = (posture: Posture): Body => new Solver(posture).solve();

/** The posture with the angles of its pinned limbs and its root filled in, ready to be blended. */
export function settled(posture: Posture): Posture {
	const body = solve(posture);
	const limbs = Object.fromEntries(
		limbNames.map((name) => {
			const limb = posture.limbs[name];
			const { angles, out } = body.limbs[name];
			return [name, { ...limb, angles, out: limb.pin ? [out[0], out[1], limb.out[2]] : limb.out }];
		}),
	) as Posture['limbs'];
	return { ...posture, root: [...body.root] as [number, number, number], limbs };
}

/** The body `t` of the way between two settled postures. */
export const between = (a: Posture, b: Posture, t: number): Body => solve(blend(a, b, t));
