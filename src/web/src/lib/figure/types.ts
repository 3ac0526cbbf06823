/**
 * Poses as data. All angles are degrees; joint angles are relative to the bone before and 0 where a
 * person stands upright with hanging arms. N is the near side of the side view, the person's right:
 * the side that is worked. F is the far one. Points are [x, y] or [x, y, z] as in vector.ts.
 */

export type Side = 'N' | 'F';
export type LimbName = 'legN' | 'legF' | 'armN' | 'armF';
export type XYZ = [x: number, y: number] | [x: number, y: number, z: number];

/**
 * A place that moves with the body: `at` of the way along a bone (beyond 1: past its end), `off`
 * units to its front (behind it: negative), `aside` units away from the body's middle.
 */
export type OnBody = { on: BoneName; at: number; off?: number; aside?: number };
export type BoneName =
	`${'thigh' | 'shin' | 'foot' | 'upperArm' | 'foreArm'}${Side}` | 'torso' | 'head';

/** What can be held in place: `heel`, `toe` and `palm` touch the point, the others are at it. */
export type PinPart = 'ankle' | 'heel' | 'toe' | 'wrist' | 'palm' | 'hand';
export type PinTarget = XYZ | OnBody;

/** [hip, knee, ankle]: flexion; [shoulder, elbow, wrist]. The last may be left out. */
export type LimbAngles = [number, number] | [number, number, number];

export type JointName =
	'root' | 'chest' | 'head' | `${'knee' | 'ankle' | 'heel' | 'toe' | 'elbow' | 'wrist'}${Side}`;

/** Both sides at once, or one of them. */
type Sided<Name extends string, Value> = { [key in `${Name}${Side}` | Name]?: Value };

export type PoseData = {
	/** The pose of the same figure that this one differs from. */
	like?: string;
	/** The position of the hips' middle, or a joint that is fixed at a place. */
	root?: XYZ | { joint: JointName; at: XYZ };
	/** Forward lean of the pelvis, 0 upright; -90 lies on the back, 90 on the belly. */
	pelvis?: number;
	/** Forward bend of the back, on top of the pelvis' lean. */
	spine?: number;
	/** Forward bend of the head, on top of both. */
	neck?: number;
	/** The chest's turn to the person's right. */
	twist?: number;
	/** The whole body's tilt to the person's right; 90 lies on the right side. */
	roll?: number;
	/** How hard the worked muscles press, 0 to 1. */
	effort?: number;
	/** Degrees away from the body's middle, out of the plane of the limb's angles. */
	out?: Sided<'thigh' | 'shin' | 'foot' | 'upperArm' | 'foreArm' | 'hand', number> &
		/** Where a pinned limb's middle joint points instead of straight forward (elbow: back). */
		Sided<'knee' | 'elbow', number>;
	pin?: Sided<PinPart, PinTarget>;
} & Sided<'leg' | 'arm', LimbAngles> &
	/** The angle of the sole or the hand from straight down, whatever the limb does: 90 is flat. */
	Sided<'sole' | 'palm', number>;

export type FrameData = {
	pose: string;
	/** How long the move into the pose takes. */
	ms: number;
	/** How long the pose is held after the move. */
	hold?: number;
	/** Cross-fades to the pose instead of moving. */
	fade?: boolean;
};

export type Muscle = `${
	| 'hamstrings'
	| 'quadriceps'
	| 'calf'
	| 'glutes'
	| 'hipFlexor'
	| 'adductors'
	| 'shoulder'
	| 'arm'}${Side}`;
export type TrunkMuscle = 'lowBack' | 'back' | 'abdominals' | 'obliques' | 'chest';

export type PropData =
	| { kind: 'chair'; x: number; seat?: number; back?: 'left' | 'right' | 'none' }
	| { kind: 'desk' | 'table'; x: number; width?: number; height?: number }
	| { kind: 'wall'; x: number; height?: number; side?: 'left' | 'right' }
	| { kind: 'mat'; from: number; to: number; lateral?: number }
	| { kind: 'block'; x: number; z?: number; width?: number; height?: number }
	/** What `rolls` moves half as far as the body above it. */
	| { kind: 'ball' | 'roller'; x: number; radius: number; rolls?: boolean }
	/** The direction in which the body presses or pulls; visible while there is effort. */
	| { kind: 'arrow'; at: OnBody | XYZ; angle: number; length: number }
	| { kind: 'pillow' | 'towel'; x: number; y?: number; width?: number; height?: number }
	| { kind: 'support'; x: number; z?: number; height: number }
	| { kind: 'post'; x: number; z: number; height: number }
	/** A line through places: strap, band, cord. */
	| { kind: 'strap' | 'band'; through: (OnBody | XYZ)[]; behind?: boolean };

export type FigureData = {
	/** Where it is seen from: see camera.ts. */
	view?: 'side' | 'front' | 'slant' | 'quarter' | 'raised';
	/** The far side is worked instead, where that is easier to see. */
	flip?: boolean;
	rhythm: 'hold' | 'reps' | 'press' | 'flow';
	worked: (Muscle | TrunkMuscle)[];
	props?: PropData[];
	poses: Record<string, PoseData>;
	/** The most recognisable pose of the exercise. */
	key: string;
	/** Where it starts; then the frames of `enter` once, then those of `loop` for ever. */
	start: string;
	enter?: FrameData[];
	loop: FrameData[];
};
