import { bones, limits, radius } from './rig';
import type { Body } from './body';
import { poseAt, shownMs } from './timeline';
import type { FigureData, LimbName } from './types';
import { angleBetween, distance, subtract, type Vector } from './vector';

/** A fault of a figure's body at a time, as text; for tests and for authors of figures. */
export type Fault = { ms: number; what: string };

const LENGTH_TOLERANCE = 0.01;
const FLOOR_TOLERANCE = 1.5;
const REACH_TOLERANCE = 0.6;
const ANGLE_TOLERANCE = 0.5;

const legs = ['legN', 'legF'] as const;
const arms = ['armN', 'armF'] as const;

function boneFaults(body: Body): string[] {
	const faults: string[] = [];
	const check = (name: string, a: Vector, b: Vector, wanted: number) => {
		const is = distance(a, b);
		if (Math.abs(is - wanted) > LENGTH_TOLERANCE) faults.push(`${name} is ${is.toFixed(1)} long`);
	};
	for (const name of legs) {
		const [hip, knee, ankle] = body.limbs[name].joints;
		check(`${name} thigh`, hip, knee, bones.thigh);
		check(`${name} shin`, knee, ankle, bones.shin);
	}
	for (const name of arms) {
		const [shoulder, elbow, wrist] = body.limbs[name].joints;
		check(`${name} upper arm`, shoulder, elbow, bones.upperArm);
		check(`${name} forearm`, elbow, wrist, bones.foreArm);
		check(`${name} hand`, wrist, body.limbs[name].tip, bones.hand);
	}
	check('neck', body.chest, body.head, bones.neck);
	return faults;
}

/** Flexion angles are meaningful only for limbs near the plane in which they are measured. */
const nearPlane = (outs: number[]) => outs.every((out) => Math.abs(out) < 30);

function jointFaults(body: Body): string[] {
	const faults: string[] = [];
	const within = (name: string, angle: number, [low, high]: readonly [number, number]) => {
		if (angle < low - ANGLE_TOLERANCE || angle > high + ANGLE_TOLERANCE) {
			faults.push(`${name} at ${angle.toFixed(0)}°`);
		}
	};
	const { posture } = body;
	within('spine', posture.spine, limits.spine);
	within('neck', posture.neck, limits.neck);
	within('twist', posture.twist, limits.twist);
	for (const name of [...legs, ...arms]) {
		const { joints, angles, out, end } = body.limbs[name];
		const leg = name.startsWith('leg');
		const [first, second, third] = leg
			? (['hip', 'knee', 'ankle'] as const)
			: (['shoulder', 'elbow', 'wrist'] as const);
		const upper = subtract(joints[1], joints[0]);
		const lower = subtract(joints[2], joints[1]);
		within(`${name} ${second}`, angleBetween(upper, lower), [0, limits[second][1]]);
		if (nearPlane([out[0], out[1]])) {
			within(`${name} ${first}`, angles[0], limits[first]);
			within(`${name} ${second}`, angles[1], limits[second]);
		}
		const bent = angleBetween(lower, end) - (leg ? 90 : 0);
		if (leg) within(`${name} ankle`, bent, limits[third]);
		else within(`${name} wrist`, bent, limits[third]);
	}
	return faults;
}

/** Parts of the body whose lowest point is below the floor. */
function floorFaults(body: Body): string[] {
	const discs: [string, Vector, number][] = [
		['head', body.head, radius.head],
		...body.spine.map((at): [string, Vector, number] => ['back', at, 6.2]),
		...[...legs, ...arms].flatMap((name: LimbName): [string, Vector, number][] => {
			const { joints, heel, tip } = body.limbs[name];
			const leg = name.startsWith('leg');
			return [
				[`${name} middle`, joints[1], leg ? radius.knee : radius.elbow],
				[`${name} heel`, heel, leg ? radius.heel : radius.wrist],
				[`${name} tip`, tip, leg ? radius.toe : radius.hand],
			];
		}),
	];
	return discs
		.filter(([, at, thick]) => at[1] + thick > FLOOR_TOLERANCE)
		.map(([name, at, thick]) => `${name} ${(at[1] + thick).toFixed(1)} below the floor`);
}

function reachFaults(body: Body): string[] {
	return [...legs, ...arms]
		.filter((name) => body.limbs[name].miss > REACH_TOLERANCE)
		.map((name) => `${name} misses its place by ${body.limbs[name].miss.toFixed(1)}`);
}

/** The positions of feet that are pinned to the same place before and after the move. */
function planted(body: Body): Map<string, Vector> {
	const places = new Map<string, Vector>();
	for (const name of legs) {
		const pin = body.posture.limbs[name].pin;
		const limb = body.limbs[name];
		const same = pin && JSON.stringify(pin.from) === JSON.stringify(pin.to);
		if (same && Array.isArray(pin.to)) {
			const at = pin.part === 'heel' ? limb.heel : pin.part === 'toe' ? limb.tip : limb.joints[2];
			places.set(`${name} ${pin.part} ${String(pin.to)}`, at);
		}
	}
	return places;
}

/** All faults of a figure over its whole loop, sampled every `everyMs`. */
export function faultsOf(figure: FigureData, everyMs = 50): Fault[] {
	const faults: Fault[] = [];
	let before = new Map<string, Vector>();
	const whole = shownMs(figure);
	for (let ms = 0; ms <= whole; ms += everyMs) {
		const { body } = poseAt(figure, ms);
		const found = [
			...boneFaults(body),
			...jointFaults(body),
			...floorFaults(body),
			...reachFaults(body),
		];
		const now = planted(body);
		for (const [name, at] of now) {
			const slid = distance(at, before.get(name) ?? at);
			if (slid > REACH_TOLERANCE) found.push(`${name} slides by ${slid.toFixed(1)}`);
		}
		before = now;
		faults.push(...found.map((what) => ({ ms, what })));
	}
	return faults;
}
