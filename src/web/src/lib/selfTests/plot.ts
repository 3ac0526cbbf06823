import type { Line, Point } from './series';

/** The layout of a chart, in pixels. */
export interface Plot {
	ticks: readonly { value: number; y: number }[];
	lines: readonly { name: string; path: string; dots: readonly { x: number; y: number }[] }[];
}

export interface Frame {
	width: number;
	height: number;
	/** Space for the labels of the values, on the left. */
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const DAY = 86_400_000;

/** Lays out lines in a frame: x in proportion to time, larger values higher. */
export function plotOf(lines: readonly Line[], frame: Frame): Plot {
	const points = lines.flatMap((line) => line.points);
	const ticks = ticksFor(points.map(({ value }) => value));
	const x = scale(extent(points.map(dayOf)), frame.left, frame.width - frame.right);
	const y = scale(extent(ticks), frame.height - frame.bottom, frame.top);
	return {
		ticks: ticks.map((value) => ({ value, y: y(value) })),
		lines: lines.map(({ name, points: own }) => {
			const dots = own.map((point) => ({ x: x(dayOf(point)), y: y(point.value) }));
			return { name, path: pathOf(dots), dots };
		}),
	};
}

/** Two to six round values that span the given ones. */
export function ticksFor(values: readonly number[]): number[] {
	const [low, high] = extent(values);
	const step = roundStep(Math.max(high - low, 2) / 3);
	const first = Math.floor(low / step);
	const last = Math.max(Math.ceil(high / step), first + 1);
	return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** The next of 1, 2, 5, 10, 20, … */
function roundStep(rough: number): number {
	const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)));
	return power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
}

function extent(values: readonly number[]): [number, number] {
	return [Math.min(...values), Math.max(...values)];
}

/** A linear scale; a single value is placed in the middle. */
function scale([low, high]: [number, number], from: number, to: number) {
	if (low === high) return () => (from + to) / 2;
	return (value: number) => from + ((value - low) / (high - low)) * (to - from);
}

function pathOf(dots: readonly { x: number; y: number }[]): string {
	return dots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

function dayOf({ date }: Point): number {
	return Date.parse(date) / DAY;
}
