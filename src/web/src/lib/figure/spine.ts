import { bones } from './rig';
import { cos, sin, type Vector } from './vector';

/** The point `s` of the way up the back, which is an arc from the pelvis' lean to the chest's. */
export function alongSpine(pelvis: number, spine: number, s: number): Vector {
	if (Math.abs(spine) < 0.01)
		return [bones.torso * s * sin(pelvis), -bones.torso * s * cos(pelvis), 0];
	const curve = bones.torso / ((spine * Math.PI) / 180);
	const lean = pelvis + spine * s;
	return [curve * (cos(pelvis) - cos(lean)), -curve * (sin(lean) - sin(pelvis)), 0];
}
