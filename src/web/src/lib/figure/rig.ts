/** The skeleton of all figures. Lengths are in units of the picture; a standing person is 176 high. */
export const bones = {
	torso: 52,
	/** From the top of the torso to the middle of the head. */
	neck: 18.5,
	upperArm: 30,
	foreArm: 27,
	hand: 9,
	thigh: 44,
	shin: 43,
} as const;

/** Half the distance between the two joints of a pair. */
export const halfWidth = { hip: 8, shoulder: 14 } as const;

/** Half the width in which the parts of the body are drawn. */
export const radius = {
	head: 12.5,
	neck: 4.4,
	hip: 8,
	knee: 5.4,
	ankle: 3.7,
	shoulder: 5.2,
	elbow: 4.1,
	wrist: 3.2,
	hand: 2.9,
	heel: 4,
	toe: 2.8,
} as const;

/** Where heel and toes lie from the ankle: along the sole, and below it. */
export const foot = { heel: [-1.5, 2], toe: [15, 3.2] } as const;

/** Where the hand grips, from the wrist along the forearm. */
export const grip = 6;

/** The range of each joint in a flexible adult, in degrees. */
export const limits = {
	spine: [-40, 95],
	neck: [-50, 65],
	twist: [-60, 60],
	hip: [-35, 145],
	knee: [-4, 152],
	ankle: [-70, 40],
	shoulder: [-70, 190],
	elbow: [-4, 150],
	wrist: [-90, 90],
} as const satisfies Record<string, readonly [number, number]>;
