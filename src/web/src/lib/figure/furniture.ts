import type { Painter } from './painter';
import type { Part } from './parts';
import type { PropData } from './types';
import type { Vector } from './vector';

/** Half the depth of furniture, on each side of the body's middle plane. */
const DEEP = 17;

export function chair(
	paint: Painter,
	{ x, seat = -42, back = 'left' }: PropData & { kind: 'chair' },
) {
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

export function desk(
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
export function table(
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

export function wall(
	paint: Painter,
	{ x, height = 150, side = 'right' }: PropData & { kind: 'wall' },
) {
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

export function support(paint: Painter, x: number, z: number, height: number) {
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
