import type { Camera } from './camera';
import type { Part } from './parts';
import { around, capsule, circle, polygon } from './shapes';
import type { Vector } from './vector';

/** Projects 3D props to the shapes of the picture. */
export class Painter {
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
		// Top, end and near side, in the order of painting.
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
