import type { Camera } from './camera';
import type { Part } from './parts';
import { chair, desk, support, table, wall } from './furniture';
import { Painter } from './painter';
import { polyline } from './shapes';
import { boneOf, type Body } from './body';
import type { BoneName, FigureData, OnBody, PropData, XYZ } from './types';
import { stillOf } from './timeline';
import { add, direction, scale, type Point, type Vector } from './vector';

type Paint = { behind: Part[]; before: Part[] };

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

/** The position in the room of a place on the body. */
export function placeOf(body: Body, place: OnBody | XYZ): Vector {
	if (!isOnBody(place)) return [place[0], place[1], place[2] ?? 0];
	const { on, at, off = 0, aside = 0 } = place;
	const { from, along, front } = boneOf(body.limbs, on as BoneName);
	const outward = on.endsWith('N') ? aside : -aside;
	return add(add(from, scale(along, at)), add(scale(front, off), [0, 0, outward]));
}

/** A rolling prop under the body moves half as far as the body. */
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

/** The props around the body at an instant. */
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
