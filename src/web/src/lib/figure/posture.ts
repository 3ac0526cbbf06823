import type {
	FigureData,
	LimbAngles,
	LimbName,
	PinPart,
	PinTarget,
	PoseData,
	Side,
	XYZ,
	JointName,
} from './types';
import { mix } from './vector';

export const limbNames = ['legN', 'legF', 'armN', 'armF'] as const satisfies LimbName[];

export type Pin = { part: PinPart; from: PinTarget; to: PinTarget; t: number };

/** One limb: its joint angles, its bones' angles out of the plane, and its pin. */
export type Limb = {
	angles: [number, number, number];
	out: [number, number, number];
	/** How far a pinned limb's knee or elbow points outward. */
	bend: number;
	/** The sole's or hand's own angle from straight down. */
	end?: number;
	pin?: Pin;
};

/** A pose with every number filled in. */
export type Posture = {
	root: XYZ;
	anchor?: { joint: JointName; at: XYZ };
	pelvis: number;
	spine: number;
	neck: number;
	twist: number;
	roll: number;
	effort: number;
	limbs: Record<LimbName, Limb>;
};

const parts = {
	leg: {
		pins: ['ankle', 'heel', 'toe'],
		out: ['thigh', 'shin', 'foot'],
		bend: 'knee',
		end: 'sole',
	},
	arm: {
		pins: ['wrist', 'palm', 'hand'],
		out: ['upperArm', 'foreArm', 'hand'],
		bend: 'elbow',
		end: 'palm',
	},
} as const;

type Bag = Record<string, unknown> | undefined;

/** A value that is given for one side, or for both. */
function sided<T>(bag: Bag, name: string, side: Side): T | undefined {
	return (bag?.[name + side] ?? bag?.[name]) as T | undefined;
}

function outOf(data: PoseData, name: LimbName, before?: Limb): Limb['out'] {
	const part = parts[name.slice(0, 3) as 'leg' | 'arm'];
	const [first, second, third] = part.out.map((bone) =>
		sided<number>(data.out, bone, name.slice(3) as Side),
	);
	// By default a hand continues in the direction of the forearm.
	const hand = name.startsWith('arm') ? second : undefined;
	return [
		first ?? before?.out[0] ?? 0,
		second ?? before?.out[1] ?? 0,
		third ?? hand ?? before?.out[2] ?? 0,
	];
}

function limbOf(data: PoseData, name: LimbName, before?: Limb): Limb {
	const part = parts[name.slice(0, 3) as 'leg' | 'arm'];
	const side = name.slice(3) as Side;
	const angles = sided<LimbAngles>(data, name.slice(0, 3), side);
	const pinned = part.pins.find((pin) => sided(data.pin, pin, side) !== undefined);
	const target = pinned && sided<PinTarget>(data.pin, pinned, side);
	// A limb with angles of its own does not inherit pin and end angle.
	const inherited = angles ? undefined : before;

	return {
		angles: [
			angles?.[0] ?? inherited?.angles[0] ?? 0,
			angles?.[1] ?? inherited?.angles[1] ?? 0,
			angles?.[2] ?? inherited?.angles[2] ?? 0,
		],
		out: outOf(data, name, before),
		bend: sided<number>(data.out, part.bend, side) ?? before?.bend ?? 0,
		end: sided<number>(data, part.end, side) ?? inherited?.end,
		pin: pinned && target ? { part: pinned, from: target, to: target, t: 0 } : inherited?.pin,
	};
}

/** The pose `name` of a figure, with what it inherits. */
export function postureOf(figure: FigureData, name: string, seen: string[] = []): Posture {
	const data = figure.poses[name];
	if (!data) throw new Error(`There is no pose "${name}".`);
	if (seen.includes(name)) throw new Error(`The pose "${name}" is like itself.`);
	const before = data.like ? postureOf(figure, data.like, [...seen, name]) : undefined;
	const root = data.root;
	const anchored = root && 'joint' in root;

	return {
		root: root && !anchored ? root : (before?.root ?? [0, 0]),
		anchor: anchored ? root : root ? undefined : before?.anchor,
		pelvis: data.pelvis ?? before?.pelvis ?? 0,
		spine: data.spine ?? before?.spine ?? 0,
		neck: data.neck ?? before?.neck ?? 0,
		twist: data.twist ?? before?.twist ?? 0,
		roll: data.roll ?? before?.roll ?? 0,
		effort: data.effort ?? before?.effort ?? 0,
		limbs: Object.fromEntries(
			limbNames.map((limb) => [limb, limbOf(data, limb, before?.limbs[limb])]),
		) as Posture['limbs'],
	};
}

/** The point between two; without z if neither has one. */
export function mixXYZ(a: XYZ, b: XYZ, t: number): XYZ {
	const [x, y] = [mix(a[0], b[0], t), mix(a[1], b[1], t)];
	const aside = a[2] !== undefined || b[2] !== undefined;
	return aside ? [x, y, mix(a[2] ?? 0, b[2] ?? 0, t)] : [x, y];
}

const mixThree = (a: Limb['angles'], b: Limb['angles'], t: number): Limb['angles'] => [
	mix(a[0], b[0], t),
	mix(a[1], b[1], t),
	mix(a[2], b[2], t),
];

function blendLimb(a: Limb, b: Limb, t: number): Limb {
	// A limb that is pinned by the same part in both poses stays pinned; else its angles are blended.
	const held = a.pin && b.pin && a.pin.part === b.pin.part;
	return {
		angles: mixThree(a.angles, b.angles, t),
		out: mixThree(a.out, b.out, t),
		bend: mix(a.bend, b.bend, t),
		end: a.end !== undefined && b.end !== undefined ? mix(a.end, b.end, t) : undefined,
		pin: held && a.pin && b.pin ? { part: a.pin.part, from: a.pin.to, to: b.pin.to, t } : undefined,
	};
}

/** The posture `t` of the way (0 to 1) from one solved pose to another. */
export function blend(a: Posture, b: Posture, t: number): Posture {
	const anchored = a.anchor && b.anchor && a.anchor.joint === b.anchor.joint;
	return {
		root: mixXYZ(a.root, b.root, t),
		anchor:
			anchored && a.anchor && b.anchor
				? { joint: a.anchor.joint, at: mixXYZ(a.anchor.at, b.anchor.at, t) }
				: undefined,
		pelvis: mix(a.pelvis, b.pelvis, t),
		spine: mix(a.spine, b.spine, t),
		neck: mix(a.neck, b.neck, t),
		twist: mix(a.twist, b.twist, t),
		roll: mix(a.roll, b.roll, t),
		effort: mix(a.effort, b.effort, t),
		limbs: {
			legN: blendLimb(a.limbs.legN, b.limbs.legN, t),
			legF: blendLimb(a.limbs.legF, b.limbs.legF, t),
			armN: blendLimb(a.limbs.armN, b.limbs.armN, t),
			armF: blendLimb(a.limbs.armF, b.limbs.armF, t),
		},
	};
}
