import { cameraOf, isFar, type Camera } from './camera';
import { musclesOf } from './muscles';
import type { Part } from './parts';
import { radius } from './rig';
import { around, capsule, circle } from './shapes';
import type { Body, SolvedLimb } from './body';
import { stillOf, type Instant } from './timeline';
import { trunkPath } from './trunk';
import type { FigureData, LimbName } from './types';
import { add, scale, subtract, type Vector } from './vector';

type Group = 'trunk' | 'head' | LimbName;

const groups = ['armF', 'legF', 'trunk', 'head', 'legN', 'armN'] as const satisfies Group[];
const orders = new WeakMap<FigureData, Group[]>();

/** Back to front, as in the key pose; fixed, so that no group changes places during the motion. */
function orderOf(figure: FigureData): Group[] {
	let order = orders.get(figure);
	if (!order) {
		const { body } = stillOf(figure);
		const { depth } = cameraOf(figure);
		const near = (group: Group): number => {
			if (group === 'trunk')
				return depth(add(body.root, scale(subtract(body.chest, body.root), 0.6)));
			if (group === 'head') return depth(body.head) + 0.5;
			const [, middle, end] = body.limbs[group].joints;
			return (depth(middle) + depth(end)) / 2;
		};
		order = [...groups].sort((a, b) => near(a) - near(b));
		orders.set(figure, order);
	}
	return order;
}

/** Limbs join the trunk without a line: their halo starts at this fraction of the first bone. */
const HALO_START = 0.34;

function limbPaths(
	limb: SolvedLimb,
	camera: Camera,
	leg: boolean,
	far: boolean,
): { d: string; halo: string } {
	const [a, b, c] = limb.joints.map(camera.project) as [Point2, Point2, Point2];
	// Thinner, so that a far hip stays hidden behind the trunk.
	const [r0, r1, r2] = leg
		? [far ? radius.hip - 1.4 : radius.hip, radius.knee, radius.ankle]
		: [radius.shoulder, radius.elbow, radius.wrist];
	const lower = capsule(b, c, r1, r2);
	const tip = leg
		? sole(limb, camera)
		: capsule(c, camera.project(limb.tip), radius.wrist, radius.hand);
	const from = camera.project(
		add(limb.joints[0], scale(subtract(limb.joints[1], limb.joints[0]), HALO_START)),
	);
	const thick = r0 + (r1 - r0) * HALO_START;
	return {
		d: capsule(a, b, r0, r1) + lower + tip,
		halo: capsule(from, b, thick, r1) + lower + tip,
	};
}

type Point2 = readonly [number, number];

function sole(limb: SolvedLimb, camera: Camera): string {
	return around([
		{ at: camera.project(limb.joints[2]), radius: radius.ankle },
		{ at: camera.project(limb.heel), radius: radius.heel },
		{ at: camera.project(limb.tip), radius: radius.toe },
	]);
}

function headPath(body: Body, camera: Camera): string {
	const centre = camera.project(body.head);
	const nose = camera.project(add(body.head, scale(body.face, radius.head)));
	const aside = Math.hypot(nose[0] - centre[0], nose[1] - centre[1]) / radius.head;
	// The nose is drawn only where the face is turned enough for it to be visible.
	return (
		capsule(camera.project(body.chest), centre, radius.neck, radius.neck) +
		circle(centre, radius.head) +
		(aside > 0.3 ? capsule(centre, nose, 7, 2.3) : '')
	);
}

function paintGroup(figure: FigureData, group: Group, instant: Instant, camera: Camera): Part[] {
	const { body, breath } = instant;
	if (group === 'trunk') {
		const d = trunkPath(body, camera, breath);
		// In front views the legs join the trunk without a line; in side views the trunk is between the legs.
		const halo = isFar(figure) ? d : trunkPath(body, camera, breath, HALO_START);
		return [
			{ key: 'trunk-halo', d: halo, tone: 'ground', halo: true },
			{ key: 'trunk', d, tone: 'body' },
			...musclesOf(figure, body, camera, 'trunk'),
		];
	}
	if (group === 'head') {
		const d = headPath(body, camera);
		return [
			{
				key: 'head-halo',
				d: circle(camera.project(body.head), radius.head),
				tone: 'ground',
				halo: true,
			},
			{ key: 'head', d, tone: 'body' },
		];
	}
	const far = group.endsWith('F') && isFar(figure);
	const { d, halo } = limbPaths(body.limbs[group], camera, group.startsWith('leg'), far);
	return [
		{ key: `${group}-halo`, d: halo, tone: 'ground', halo: true },
		{ key: group, d, tone: far ? 'far' : 'body' },
		...musclesOf(figure, body, camera, group),
	];
}

/** The person at an instant, from back to front. */
export const paintBody = (figure: FigureData, instant: Instant): Part[] =>
	orderOf(figure).flatMap((group) => paintGroup(figure, group, instant, cameraOf(figure)));

/** Discs that cover the body, for fitting the frame around it. */
export function outline(body: Body): { at: Vector; radius: number }[] {
	const limbs = Object.values(body.limbs).flatMap((limb) => [
		...limb.joints.map((at) => ({ at, radius: radius.knee })),
		{ at: limb.heel, radius: radius.heel },
		{ at: limb.tip, radius: radius.toe },
	]);
	return [{ at: body.head, radius: radius.head }, { at: body.root, radius: 8.6 }, ...limbs];
}
