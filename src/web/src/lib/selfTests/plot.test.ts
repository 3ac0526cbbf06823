import { describe, expect, it } from 'vitest';
import { plotOf, ticksFor } from './plot';

const frame = { width: 130, height: 110, left: 20, right: 10, top: 5, bottom: 5 };
const line = (...points: [string, number][]) => ({
	name: 'Left',
	points: points.map(([date, value]) => ({ date, value })),
});

describe('ticksFor', () => {
	it.each([
		[
			[60, 72],
			[60, 65, 70, 75],
		],
		[
			[-4.5, 2],
			[-5, 0, 5],
		],
		[[7], [7, 8]],
		[
			[0, 10],
			[0, 5, 10],
		],
		[
			[3, 120],
			[0, 50, 100, 150],
		],
	])('spans %j with %j', (values, ticks) => {
		expect(ticksFor(values)).toEqual(ticks);
	});
});

describe('plotOf', () => {
	it('places dates in proportion to time', () => {
		const plot = plotOf([line(['2026-03-01', 60], ['2026-03-06', 65], ['2026-03-11', 70])], frame);
		expect(plot.lines[0]?.dots.map(({ x }) => x)).toEqual([20, 70, 120]);
	});

	it('places higher values higher, inside the frame', () => {
		const plot = plotOf([line(['2026-03-01', 60], ['2026-03-11', 75])], frame);
		expect(plot.lines[0]?.dots.map(({ y }) => y)).toEqual([105, 5]);
		expect(plot.lines[0]?.path).toBe('M20 105L120 5');
		expect(plot.ticks.at(-1)).toEqual({ value: 75, y: 5 });
	});

	it('shares one scale between lines, with a lone result in the middle', () => {
		const plot = plotOf([line(['2026-03-01', 60]), line(['2026-03-01', 62])], frame);
		expect(plot.lines.map(({ dots }) => dots[0]?.x)).toEqual([70, 70]);
		expect(plot.lines[0]?.dots[0]?.y).toBeGreaterThan(plot.lines[1]?.dots[0]?.y ?? 0);
	});
});
