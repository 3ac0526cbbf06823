import type { Limb, Posture } from './posture';
import type { BoneName, JointName, LimbName, Side } from './types';
import { subtract, type Vector } from './vector';

/** A solved limb: its joints and the directions that the fronts of its bones face. */
export type SolvedLimb = {
	/** Hip, knee, ankle, or shoulder, elbow, wrist. */
	joints: [Vector, Vector, Vector];
	/** Front of thigh, shin and foot, or of upper arm, forearm and hand. */
	fronts: [Vector, Vector, Vector];
	/** Along the sole, or the hand. */
	end: Vector;
	heel: Vector;
	/** The toe, or the finger tips. */
	tip: Vector;
	angles: Limb['angles'];
	/** How far each bone leaves the plane of the angles, outward. */
	out: Limb['out'];
	/** How far its pin is beyond its reach. */
	miss: number;
};

/** A solved body: all positions and directions. */
export type Body = {
	/** The middle of the back, from the hips' middle to the neck's base. */
	spine: Vector[];
	root: Vector;
	chest: Vector;
	head: Vector;
	/** The direction of the eyes. */
	face: Vector;
	/** From the left to the right joint. */
	hipAxis: Vector;
	shoulderAxis: Vector;
	limbs: Record<LimbName, SolvedLimb>;
	effort: number;
	/** The posture that was solved. */
	posture: Posture;
};

type Limbs = Record<LimbName, Pick<SolvedLimb, 'joints' | 'fronts' | 'tip' | 'heel' | 'end'>>;

const bonePlaces: Record<string, ['leg' | 'arm', 0 | 1 | 2]> = {
	thigh: ['leg', 0],
	shin: ['leg', 1],
	foot: ['leg', 2],
	upperArm: ['arm', 0],
	foreArm: ['arm', 1],
};

/** A bone's start, the vector to its end, and the direction of its front. */
export function boneOf(limbs: Limbs, name: BoneName) {
	const side = name.slice(-1) as Side;
	const [part, index] = bonePlaces[name.slice(0, -1)] as ['leg' | 'arm', 0 | 1 | 2];
	const limb = limbs[`${part}${side}`];
	const from = limb.joints[index] as Vector;
	const to = index === 2 ? limb.tip : (limb.joints[index + 1] as Vector);
	return { from, along: subtract(to, from), front: limb.fronts[index] as Vector };
}

/** A limb's joint by its name. */
export function jointOf(limbs: Limbs, name: JointName): Vector {
	const side = name.slice(-1) as Side;
	switch (name.slice(0, -1)) {
		case 'knee':
			return limbs[`leg${side}`].joints[1];
		case 'ankle':
			return limbs[`leg${side}`].joints[2];
		case 'heel':
			return limbs[`leg${side}`].heel;
		case 'toe':
			return limbs[`leg${side}`].tip;
		case 'elbow':
			return limbs[`arm${side}`].joints[1];
		default:
			return limbs[`arm${side}`].joints[2];
	}
}
