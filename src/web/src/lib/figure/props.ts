import type { Camera } from './camera';
import type { Part } from './parts';
import { around, capsule, circle, polygon, polyline } from './shapes';
import { boneOf, type Body } from './solve';
import type { BoneName, FigureData, OnBody, PropData, XYZ } from './types';
import { stillOf } from './timeline';
import { add, direction, scale, type Point, type Vector } from './vector';

type Paint = { behind: Part[]; before: Part[] };

/** Half the depth of furniture, to each side of the body's middle. */
const DEEP = 17;

class Painter {
	readonly #camera: Camera;
	readonly #key: string;
	readonly parts: Part[] = [];

	constructor(camera: Camera, key: string) {
		this.#camera = camera;
		this.#key = key;
	}

	add(d: string, tone: Part['tone'], halo = false): void {
		this.parts.push({ key: `${this.#key}-${this.parts.length}`, d, tone, halo });
	}

	/** A bar between two places. */
	bar(from: Vector, to: Vector, thick: number, tone: Part['tone']): void {
		this.add(capsule(this.#camera.project(from), this.#camera.project(to), thick, thick), tone);
	}

	/** A plate with rounded corners. */
	plate(corners: Vector[], round: number, tone: Part['tone']): void {
		this.add(around(corners.map((at) => ({ at: this.#camera.project(at), radius: round }))), tone);
	}

	disc(at: Vector, radius: number, tone: Part['tone']): void {
		this.add(circle(this.#camera.project(at), radius), tone);
	}

	box(from: Vector, to: Vector): void {
		const [[a, b, c], [d, e, f]] = [from, to];
		const face = (points: Vector[]) => polygon(points.map(this.#camera.project));
		// Top, then the near side, which hides the rest.
		this.add(
			face([
				[a, e, c],
				[d, e, c],
				[d, e, f],
				[a, e, f],
			]),
			'prop-soft',
		);
		this.add(
			face([
				[d, b, c],
				[d, e, c],
				[d, e, f],
				[d, b, f],
			]),
			'prop-far',
		);
		this.add(
			face([
				[a, b, f],
				[d, b, f],
				[d, e, f],
				[a, e, f],
			]),
			'prop',
		);
	}
}

function chair(paint: Painter, { x, seat = -42, back = 'left' }: PropData & { kind: 'chair' }) {
	const [left, right] = [x - 19, x + 19];
	const legs = (z: number, tone: Part['tone']) => {
		paint.bar([left + 1, seat + 3, z], [left - 2, -2, z], 2, tone);
		paint.bar([right - 1, seat + 3, z], [right + 2, -2, z], 2, tone);
	};
	legs(-DEEP, 'prop-far');
	if (back !== 'none') {
		const at = back === 'left' ? left : right;
		const lean = back === 'left' ? -5 : 5;
		const post = (z: number, tone: Part['tone']) =>
			paint.bar([at, seat, z], [at + lean, seat - 44, z], 2, tone);
		post(-DEEP, 'prop-far');
		paint.plate(
			[-DEEP, DEEP].flatMap((z): Vector[] => [
				[at + lean * 0.55, seat - 24, z],
				[at + lean, seat - 44, z],
			]),
			2.4,
			'prop-soft',
		);
		post(DEEP, 'prop');
	}
	paint.plate(
		[-DEEP, DEEP].flatMap((z): Vector[] => [
			[left, seat + 2.2, z],
			[right, seat + 2.2, z],
		]),
		2.4,
		'prop-soft',
	);
	paint.bar([left, seat + 2.2, DEEP], [right, seat + 2.2, DEEP], 2.4, 'prop');
	legs(DEEP, 'prop');
}

function desk(
	paint: Painter,
	{ x, width = 70, height = 74 }: { x: number; width?: number; height?: number },
) {
	const top = -height + 2.4;
	const legs = (z: number, tone: Part['tone']) => {
		paint.bar([x + 6, top, z], [x + 6, -2, z], 2.2, tone);
		paint.bar([x + width - 6, top, z], [x + width - 6, -2, z], 2.2, tone);
	};
	legs(-26, 'prop-far');
	paint.plate(
		[-26, 26].flatMap((z): Vector[] => [
			[x, top, z],
			[x + width, top, z],
		]),
		2.4,
		'prop-soft',
	);
	paint.bar([x, top, 26], [x + width, top, 26], 2.4, 'prop');
	legs(26, 'prop');
}

/** A table on one column, so that legs have room below it. */
function table(
	paint: Painter,
	{ x, width = 70, height = 74 }: { x: number; width?: number; height?: number },
) {
	const top = -height + 2.4;
	const column = x + width * 0.66;
	paint.plate(
		[
			[column - 20, -1.5, 0],
			[column + 20, -1.5, 0],
		],
		2.4,
		'prop',
	);
	paint.bar([column, top, 0], [column, -2, 0], 3, 'prop');
	paint.plate(
		[-26, 26].flatMap((z): Vector[] => [
			[x, top, z],
			[x + width, top, z],
		]),
		2.4,
		'prop-soft',
	);
	paint.bar([x, top, 26], [x + width, top, 26], 2.4, 'prop');
}

function wall(paint: Painter, { x, height = 150, side = 'right' }: PropData & { kind: 'wall' }) {
	const thick = side === 'right' ? 9 : -9;
	const corners = (from: number, to: number, z: number[]) =>
		z.flatMap((deep): Vector[] => [
			[from, 0, deep],
			[from, -height, deep],
			[to, 0, deep],
			[to, -height, deep],
		]);
	paint.plate(corners(x + thick * 0.3, x + thick, [-24, 24]), 2, 'prop-soft');
	paint.plate(corners(x + Math.sign(thick), x + Math.sign(thick), [-24, 24]), 1, 'prop-far');
}

function support(paint: Painter, x: number, z: number, height: number) {
	paint.plate(
		[
			[x - 9, -1, z],
			[x + 9, -1, z],
		],
		2,
		'prop',
	);
	paint.bar([x, -2, z], [x, -height, z], 2.2, 'prop');
	paint.bar([x, -height, z - 12], [x, -height, z + 12], 3, 'prop');
}

function paintProp(prop: PropData, paint: Painter): void {
	switch (prop.kind) {
		case 'chair':
			return chair(paint, prop);
		case 'desk':
			return desk(paint, prop);
		case 'table':
			return table(paint, prop);
		case 'wall':
			return wall(paint, prop);
		case 'mat': {
			const z = prop.lateral ?? 26;
			return paint.plate(
				[
					[prop.from, 0, -z],
					[prop.to, 0, -z],
					[prop.from, 0, z],
					[prop.to, 0, z],
				],
				2,
				'mat',
			);
		}
		case 'block': {
			const { x, z = 0, width = 12, height = 14 } = prop;
			return paint.box([x - width / 2, 0, z - 6], [x + width / 2, -height, z + 6]);
		}
		case 'ball':
			paint.disc([prop.x, -prop.radius, 0], prop.radius, 'gear-soft');
			paint.disc(
				[prop.x - prop.radius * 0.3, -prop.radius * 1.35, 0],
				prop.radius * 0.3,
				'gear-shine',
			);
			return;
		case 'roller':
			paint.bar([prop.x, -prop.radius, -22], [prop.x, -prop.radius, 22], prop.radius, 'gear-soft');
			paint.disc([prop.x, -prop.radius, 22], prop.radius, 'gear');
			return paint.disc([prop.x, -prop.radius, 22], prop.radius * 0.45, 'gear-soft');
		case 'pillow':
		case 'towel': {
			const { x, y = 0, width = 26, height = 9 } = prop;
			const [round, half] = [height / 2, Math.max(0, width / 2 - height / 2)];
			return paint.plate(
				[-14, 14].flatMap((z): Vector[] => [
					[x - half, y - round, z],
					[x + half, y - round, z],
				]),
				round,
				'gear-soft',
			);
		}
		case 'support':
			return support(paint, prop.x, prop.z ?? 0, prop.height);
		case 'post':
			return support(paint, prop.x, prop.z, prop.height);
		case 'strap':
		case 'band':
		case 'arrow':
			return;
	}
}

const isOnBody = (place: OnBody | XYZ): place is OnBody => !Array.isArray(place);

/** Where a place on the body is in the room. */
export function placeOf(body: Body, place: OnBody | XYZ): Vector {
	if (!isOnBody(place)) return [place[0], place[1], place[2] ?? 0];
	const { on, at, off = 0, aside = 0 } = place;
	const { from, along, front } = boneOf(body.limbs, on as BoneName);
	const outward = on.endsWith('N') ? aside : -aside;
	return add(add(from, scale(along, at)), add(scale(front, off), [0, 0, outward]));
}

/** A thing under the body turns half as far as the body moves over it. */
const rolledBy = (figure: FigureData, body: Body): number =>
	(body.root[0] - stillOf(figure).body.root[0]) / 2;

function arrow(prop: PropData & { kind: 'arrow' }, body: Body, camera: Camera): string {
	const from = placeOf(body, prop.at);
	const tip = add(from, scale(direction(prop.angle), prop.length * body.effort));
	const barb = (by: number) => add(tip, scale(direction(prop.angle + 180 + by), 6 * body.effort));
	const [a, b, c, d] = [from, tip, barb(38), barb(-38)].map(camera.project) as [
		Point,
		Point,
		Point,
		Point,
	];
	return polyline([a, b]) + polyline([c, b, d]);
}

/** The things around the body, at an instant of it. */
export function paintProps(figure: FigureData, body: Body, camera: Camera): Paint {
	const behind: Part[] = [];
	const before: Part[] = [];
	for (const [index, prop] of (figure.props ?? []).entries()) {
		const painter = new Painter(camera, `prop-${index}`);
		if (prop.kind === 'strap' || prop.kind === 'band') {
			const points = prop.through.map((place) => camera.project(placeOf(body, place)));
			if (!prop.behind) painter.add(polyline(points), 'line-halo');
			painter.add(polyline(points), 'band-line');
			(prop.behind ? behind : before).push(...painter.parts);
		} else if (prop.kind === 'arrow') {
			if (body.effort > 0.05) painter.add(arrow(prop, body, camera), 'arrow-line');
			before.push(...painter.parts);
		} else {
			const rolled = 'rolls' in prop && prop.rolls ? rolledBy(figure, body) : 0;
			paintProp(rolled && 'x' in prop ? { ...prop, x: prop.x + rolled } : prop, painter);
			behind.push(...painter.parts);
		}
	}
	return { behind, before };
}
