import { limits } from './rig';

/**
 * The schema of a file of poses, checked by the tests: the drawing would silently ignore a mistyped
 * name. The types in types.ts are the same for the compiler, which does not check JSON.
 */
type Check = (value: unknown, at: string) => string[];

const is =
	(test: (value: unknown) => boolean, what: string): Check =>
	(value, at) =>
		test(value) ? [] : [`${at} is ${JSON.stringify(value)}, not ${what}`];

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const number = is(isNumber, 'a number');
const positive = is((value) => isNumber(value) && (value as number) > 0, 'a number above 0');
const duration = is((value) => isNumber(value) && (value as number) >= 0, 'milliseconds');
const between = ([low, high]: readonly [number, number]) =>
	is(
		(value) => isNumber(value) && (value as number) >= low && (value as number) <= high,
		`between ${low} and ${high}`,
	);
const flag = is((value) => typeof value === 'boolean', 'true or false');
const oneOf = (...allowed: string[]) =>
	is((value) => allowed.includes(value as string), `one of ${allowed.join(', ')}`);
const numbers = (...counts: number[]) =>
	is(
		(value) => Array.isArray(value) && counts.includes(value.length) && value.every(isNumber),
		`${counts.join(' or ')} numbers`,
	);

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function record(needed: Record<string, Check>, optional: Record<string, Check> = {}): Check {
	const known: Record<string, Check> = { ...needed, ...optional };
	return (value, at) => {
		if (!isRecord(value)) return [`${at} is not an object`];
		const missing = Object.keys(needed).filter((key) => !(key in value));
		return [
			...missing.map((key) => `${at}.${key} is missing`),
			...Object.entries(value).flatMap(
				([key, entry]) => known[key]?.(entry, `${at}.${key}`) ?? [`${at}.${key} is not known`],
			),
		];
	};
}

const list =
	(of: Check): Check =>
	(value, at) =>
		Array.isArray(value)
			? value.flatMap((entry, index) => of(entry, `${at}[${index}]`))
			: [`${at} is not a list`];

/** Each name alone (both sides) and with the suffix of each side. */
const sided = (names: string[], check: Check): Record<string, Check> =>
	Object.fromEntries(
		names.flatMap((name) => [name, `${name}N`, `${name}F`].map((key) => [key, check])),
	);
const nearFar = (...names: string[]) => names.flatMap((name) => [`${name}N`, `${name}F`]);

const place = numbers(2, 3);
const bone = oneOf(...nearFar('thigh', 'shin', 'foot', 'upperArm', 'foreArm'), 'torso', 'head');
const joint = oneOf(
	'root',
	'chest',
	'head',
	...nearFar('knee', 'ankle', 'heel', 'toe', 'elbow', 'wrist'),
);
const onBody = record({ on: bone, at: number }, { off: number, aside: number });
const target: Check = (value, at) => (Array.isArray(value) ? place : onBody)(value, at);
const root: Check = (value, at) =>
	(Array.isArray(value) ? place : record({ joint, at: place }))(value, at);

const pose = record(
	{},
	{
		like: is((value) => typeof value === 'string', 'the name of a pose'),
		root,
		pelvis: between([-180, 180]),
		spine: between(limits.spine),
		neck: between(limits.neck),
		twist: between(limits.twist),
		roll: between([-90, 90]),
		effort: between([0, 1]),
		out: record(
			{},
			sided(['thigh', 'shin', 'foot', 'upperArm', 'foreArm', 'hand', 'knee', 'elbow'], number),
		),
		pin: record({}, sided(['ankle', 'heel', 'toe', 'wrist', 'palm', 'hand'], target)),
		...sided(['leg', 'arm'], numbers(2, 3)),
		...sided(['sole', 'palm'], number),
	},
);

const frame = record(
	{ pose: is((value) => typeof value === 'string', 'the name of a pose'), ms: duration },
	{ hold: duration, fade: flag },
);

const x = { x: number };
const props: Record<string, Check> = {
	chair: record(x, { seat: number, back: oneOf('left', 'right', 'none') }),
	desk: record(x, { width: positive, height: positive }),
	table: record(x, { width: positive, height: positive }),
	wall: record(x, { height: positive, side: oneOf('left', 'right') }),
	mat: record({ from: number, to: number }, { lateral: positive }),
	block: record(x, { z: number, width: positive, height: positive }),
	ball: record({ ...x, radius: positive }, { rolls: flag }),
	roller: record({ ...x, radius: positive }, { rolls: flag }),
	arrow: record({ at: target, angle: number, length: positive }),
	pillow: record(x, { y: number, width: positive, height: positive }),
	towel: record(x, { y: number, width: positive, height: positive }),
	support: record({ ...x, height: positive }, { z: number }),
	post: record({ ...x, z: number, height: positive }),
	strap: record({ through: list(target) }, { behind: flag }),
	band: record({ through: list(target) }, { behind: flag }),
};

const prop: Check = (value, at) => {
	if (!isRecord(value)) return [`${at} is not an object`];
	const { kind, ...rest } = value;
	return props[String(kind)]?.(rest, at) ?? [`${at}.kind is ${String(kind)}, which is no prop`];
};

const poses: Check = (value, at) =>
	isRecord(value)
		? Object.entries(value).flatMap(([name, entry]) => pose(entry, `${at}.${name}`))
		: [`${at} is not an object`];

const muscles = [
	...nearFar(
		'hamstrings',
		'quadriceps',
		'calf',
		'glutes',
		'hipFlexor',
		'adductors',
		'shoulder',
		'arm',
	),
	...['lowBack', 'back', 'abdominals', 'obliques', 'chest'],
];

const name = is((value) => typeof value === 'string', 'the name of a pose');
const figure = record(
	{
		rhythm: oneOf('hold', 'reps', 'press', 'flow'),
		worked: list(oneOf(...muscles)),
		poses,
		key: name,
		start: name,
		loop: list(frame),
	},
	{
		view: oneOf('side', 'front', 'slant', 'quarter', 'raised'),
		flip: flag,
		props: list(prop),
		enter: list(frame),
	},
);

/** The errors in a file of poses, as text; empty if it is valid. */
export const problemsOf = (value: unknown): string[] => figure(value, 'figure');
