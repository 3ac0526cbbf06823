import { postureOf, type Posture } from './posture';
import type { Body } from './body';
import { between, settled, solve } from './solve';
import type { FigureData, FrameData } from './types';

/** A body at an instant of an exercise. */
export type Instant = {
	body: Body;
	/** How full the chest is, 0 to 1: one breath lasts four seconds. */
	breath: number;
	/** How visible the figure is, 0 to 1. */
	opacity: number;
};

type Prepared = { postures: Map<string, Posture>; enterMs: number; loopMs: number };

const BREATH_MS = 4000;
/** About how long a looping figure repeats its loop between entering and leaving. */
const SHOWN_LOOP_MS = 8000;

const prepared = new WeakMap<FigureData, Prepared>();
const total = (frames: FrameData[]) =>
	frames.reduce((sum, frame) => sum + frame.ms + (frame.hold ?? 0), 0);

function prepare(figure: FigureData): Prepared {
	let known = prepared.get(figure);
	if (!known) {
		const postures = Object.keys(figure.poses).map(
			(name) => [name, settled(postureOf(figure, name))] as const,
		);
		known = {
			postures: new Map(postures),
			enterMs: total(figure.enter ?? []),
			loopMs: total(figure.loop),
		};
		prepared.set(figure, known);
	}
	return known;
}

function posture(figure: FigureData, name: string): Posture {
	const found = prepare(figure).postures.get(name);
	if (!found) throw new Error(`There is no pose "${name}".`);
	return found;
}

/** Cubic easing, in and out. */
export const cubicInOut = (t: number): number =>
	t < 0.5 ? 4 * t * t * t : 1 - Math.pow(2 - 2 * t, 3) / 2;

const breathAt = (ms: number): number => (1 - Math.cos((2 * Math.PI * ms) / BREATH_MS)) / 2;

/** The place in a run of frames that starts from the pose `from`. */
function inFrames(figure: FigureData, frames: FrameData[], from: string, ms: number) {
	let before = from;
	let left = ms;
	for (const frame of frames) {
		if (left < frame.ms) return { before, frame, t: left / frame.ms };
		left -= frame.ms;
		if (left < (frame.hold ?? 0)) return { before, frame, t: 1 };
		left -= frame.hold ?? 0;
		before = frame.pose;
	}
	return { before, frame: { pose: before, ms: 0 } as FrameData, t: 1 };
}

function at(
	figure: FigureData,
	frames: FrameData[],
	from: string,
	ms: number,
): Omit<Instant, 'breath'> {
	const { before, frame, t } = inFrames(figure, frames, from, ms);
	const [a, b] = [posture(figure, before), posture(figure, frame.pose)];
	if (frame.fade && t < 1) return { body: solve(t < 0.5 ? a : b), opacity: Math.abs(1 - 2 * t) };
	return { body: t >= 1 ? solve(b) : between(a, b, cubicInOut(t)), opacity: 1 };
}

const lastOf = (frames: FrameData[], otherwise: string) => frames.at(-1)?.pose ?? otherwise;

/** A pose of the figure, standing still. */
export const stillOf = (figure: FigureData, name = figure.key): Instant => ({
	body: solve(posture(figure, name)),
	breath: 0,
	opacity: 1,
});

/**
 * The figure `ms` milliseconds into a step of the player: it enters the exercise, then loops for as
 * long as the step lasts. Before 0 it is in the start pose.
 */
export function poseAt(figure: FigureData, ms: number): Instant {
	const { enterMs, loopMs } = prepare(figure);
	const time = Math.max(0, ms);
	const enter = figure.enter ?? [];
	const breath = breathAt(time);
	if (time < enterMs) return { ...at(figure, enter, figure.start, time), breath };
	const from = lastOf(enter, figure.start);
	return { ...at(figure, figure.loop, from, (time - enterMs) % loopMs), breath };
}

/** The length of one round of a looping figure, from the start back to the start. */
export function shownMs(figure: FigureData): number {
	const { enterMs, loopMs } = prepare(figure);
	return 2 * enterMs + loopMs * Math.max(1, Math.round(SHOWN_LOOP_MS / loopMs));
}

/** A looping figure: enters the exercise, repeats its loop, and goes back, for ever. */
export function shownAt(figure: FigureData, ms: number): Instant {
	const { enterMs } = prepare(figure);
	const whole = shownMs(figure);
	const time = ms % whole;
	if (time < whole - enterMs) return poseAt(figure, time);
	return { ...poseAt(figure, whole - time), breath: breathAt(time) };
}
