import { measures } from './measures';
import type { SelfTestResult } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

export interface Point {
	date: string;
	value: number;
}

/** One line of a chart. */
export interface Line {
	name: string;
	points: readonly Point[];
}

/** One self-test over time. */
export interface Measure {
	id: keyof typeof measures;
	name: string;
	/** Formats a value with its unit. */
	format: (value: number) => string;
	lines: readonly Line[];
}

type Read = (result: SelfTestResult) => number | null | undefined;

/** The measures with at least one value, in the order of the results. */
export function measuresOf(results: readonly SelfTestResult[]): Measure[] {
	const line = (name: string, read: Read): Line => ({ name, points: pointsOf(results, read) });
	const all: Omit<Measure, 'name'>[] = [
		{
			id: 'straightLegRaise',
			format: (value) => m.units_degrees({ value }),
			lines: [
				line(m.self_tests_left_side(), ({ straightLegRaise }) => straightLegRaise?.left),
				line(m.self_tests_right_side(), ({ straightLegRaise }) => straightLegRaise?.right),
			],
		},
		{
			id: 'sitAndReach',
			format: (value) => m.units_centimetres({ value }),
			lines: [line(m.measures_sit_and_reach_name(), ({ sitAndReach }) => sitAndReach)],
		},
		{
			id: 'backFeeling',
			format: (value) => m.units_feeling({ value }),
			lines: [line(m.measures_back_feeling_name(), ({ backFeeling }) => backFeeling)],
		},
	];
	return all
		.map((measure) => ({
			...measure,
			name: measures[measure.id].name(),
			lines: measure.lines.filter(({ points }) => points.length > 0),
		}))
		.filter(({ lines }) => lines.length > 0);
}

/** The values of one result as text, such as "Straight-leg raise, Left: 70°". */
export function wordsOf(result: SelfTestResult): string[] {
	return measuresOf([result]).flatMap(({ name, format, lines }) =>
		lines.map((line) => {
			const value = format(line.points[0]?.value ?? 0);
			return line.name === name ? `${name}: ${value}` : `${name}, ${line.name}: ${value}`;
		}),
	);
}

/** The alternative text of a chart. */
export function chartWords({ name, format, lines }: Measure): string {
	const lineTexts = lines.map((line) => {
		const from = format(line.points[0]?.value ?? 0);
		const to = format(line.points.at(-1)?.value ?? 0);
		return from === to
			? m.self_tests_chart_value({ line: line.name, value: from })
			: m.self_tests_chart_line({ line: line.name, from, to });
	});
	return m.self_tests_chart({ name, values: lineTexts.join(' ') });
}

/** The rows of a chart's table: a date with the value of each line, null where it has none. */
export function rowsOf(lines: readonly Line[]): { date: string; values: (number | null)[] }[] {
	const rows = new Map<string, (number | null)[][]>();
	lines.forEach(({ points }, column) => {
		const seen = new Map<string, number>();
		for (const { date, value } of points) {
			// Two results of one day get two rows.
			const nth = seen.get(date) ?? 0;
			seen.set(date, nth + 1);
			const ofDate = rows.get(date) ?? [];
			(ofDate[nth] ??= lines.map(() => null))[column] = value;
			rows.set(date, ofDate);
		}
	});
	return [...rows]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.flatMap(([date, ofDate]) => ofDate.map((values) => ({ date, values })));
}

function pointsOf(results: readonly SelfTestResult[], read: Read): Point[] {
	return results.flatMap((result) => {
		const value = read(result);
		return value == null ? [] : [{ date: result.takenOn, value }];
	});
}
