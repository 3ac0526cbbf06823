import { isFar, type Camera } from './camera';
import type { Part } from './parts';
import { radius } from './rig';
import { capsule } from './shapes';
import { boneOf, type Body } from './body';
import { trunkAt } from './trunk';
import type { FigureData, LimbName, Side } from './types';
import { add, mix, scale, unit, type Vector } from './vector';

type Group = 'legN' | 'legF' | 'armN' | 'armF' | 'trunk';
type Patch = { from: Vector; to: Vector; radii: [number, number] };

/** A muscle's bone, its span along it (0 to 1), its offset to the front, and its part of the thickness. */
const onBones = {
	hamstrings: { bone: 'thigh', span: [0.08, 0.95], off: -0.4, fill: 0.6 },
	quadriceps: { bone: 'thigh', span: [0.14, 0.92], off: 0.4, fill: 0.6 },
	calf: { bone: 'shin', span: [0.1, 0.62], off: -0.36, fill: 0.62 },
	shoulder: { bone: 'upperArm', span: [0.02, 0.55], off: 0, fill: 0.74 },
	arm: { bone: 'upperArm', span: [0.1, 0.95], off: 0, fill: 0.7 },
} as const;

const bonesRadii = {
	thigh: [radius.hip, radius.knee],
	shin: [radius.knee, radius.ankle],
	upperArm: [radius.shoulder, radius.elbow],
} as const;

const onTrunk = {
	lowBack: { span: [0.04, 0.42], off: -0.44, fill: 0.5 },
	back: { span: [0.04, 0.94], off: -0.44, fill: 0.5 },
	abdominals: { span: [0.06, 0.58], off: 0.42, fill: 0.52 },
	obliques: { span: [0.14, 0.56], off: 0.05, fill: 0.62 },
	chest: { span: [0.56, 0.92], off: 0.42, fill: 0.52 },
} as const;

function alongBone(body: Body, name: keyof typeof onBones, side: Side): Patch {
	const { bone, span, off, fill } = onBones[name];
	const { from, along, front } = boneOf(body.limbs, `${bone}${side}`);
	const place = (t: number) => {
		const thick = mix(bonesRadii[bone][0], bonesRadii[bone][1], t);
		return { at: add(add(from, scale(along, t)), scale(front, off * thick)), thick: thick * fill };
	};
	const [a, b] = [place(span[0]), place(span[1])];
	return { from: a.at, to: b.at, radii: [a.thick, b.thick] };
}

function aroundHip(body: Body, name: string, side: Side): Patch {
	const leg = body.limbs[`leg${side}`];
	const low = trunkAt(body, 0.02);
	const { along, front } = boneOf(body.limbs, `thigh${side}`);
	const hip = leg.joints[0];
	if (name === 'glutes') {
		const back = unit(add(scale(low.front, -1), scale(unit(along), -0.25)));
		const at = add(hip, scale(back, 3.2));
		return { from: at, to: add(at, scale(unit(along), 3)), radii: [5, 4.2] };
	}
	if (name === 'adductors') {
		const inward = scale(body.hipAxis, side === 'N' ? -2.4 : 2.4);
		const place = (t: number) => add(add(hip, scale(along, t)), inward);
		return { from: place(0.14), to: place(0.86), radii: [4.2, 3.2] };
	}
	const above = add(add(hip, scale(low.up, 9)), scale(low.front, 3.4));
	const below = add(add(hip, scale(along, 0.36)), scale(front, 2.6));
	return { from: above, to: below, radii: [3.4, 3.6] };
}

function onBack(body: Body, name: keyof typeof onTrunk): Patch[] {
	const { span, off, fill } = onTrunk[name];
	const place = (s: number) => {
		const { at, front, thick } = trunkAt(body, s);
		return { at: add(at, scale(front, off * thick)), thick: thick * fill };
	};
	// In three pieces, so that the muscle follows a bent back.
	return [0, 1, 2].map((piece) => {
		const a = place(mix(span[0], span[1], piece / 3));
		const b = place(mix(span[0], span[1], (piece + 1) / 3));
		return { from: a.at, to: b.at, radii: [a.thick, b.thick] };
	});
}

/** The worked muscles of one part of the body, as shapes that lie inside its outline. */
export function musclesOf(figure: FigureData, body: Body, camera: Camera, group: Group): Part[] {
	return figure.worked.flatMap((muscle) => {
		if (muscle in onTrunk) {
			return group === 'trunk'
				? [paint(muscle, onBack(body, muscle as keyof typeof onTrunk), camera, false)]
				: [];
		}
		const side = muscle.slice(-1) as Side;
		const name = muscle.slice(0, -1);
		const limb = (name === 'shoulder' || name === 'arm' ? `arm${side}` : `leg${side}`) as LimbName;
		if (limb !== group) return [];
		const patch =
			name in onBones
				? alongBone(body, name as keyof typeof onBones, side)
				: aroundHip(body, name, side);
		return [paint(muscle, [patch], camera, side === 'F' && isFar(figure) && !figure.flip)];
	});
}

function paint(key: string, patches: Patch[], camera: Camera, far: boolean): Part {
	const d = patches
		.map(({ from, to, radii }) =>
			capsule(camera.project(from), camera.project(to), radii[0], radii[1]),
		)
		.join('');
	return { key, d, tone: far ? 'worked-far' : 'worked' };
}
