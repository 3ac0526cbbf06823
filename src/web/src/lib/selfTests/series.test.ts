import { describe, expect, it } from 'vitest';
import { chartWords, measuresOf, rowsOf, wordsOf } from './series';
import { result } from './testing';

const first = result('2026-03-02', {
	straightLegRaise: { left: 60, right: null },
	sitAndReach: -4.5,
});
const second = result('2026-03-16', { straightLegRaise: { left: 66, right: 70 }, backFeeling: 0 });

describe('measuresOf', () => {
	it('is empty without results', () => {
		expect(measuresOf([])).toEqual([]);
	});

	it('leaves out lines and measures without a value, and keeps a zero', () => {
		const measures = measuresOf([first, second]);
		expect(measures.map(({ id, lines }) => [id, lines.map(({ points }) => points.length)])).toEqual(
			[
				['straightLegRaise', [2, 1]],
				['sitAndReach', [1]],
				['backFeeling', [1]],
			],
		);
		expect(measuresOf([first]).map(({ id }) => id)).toEqual(['straightLegRaise', 'sitAndReach']);
	});
});

describe('wordsOf', () => {
	it('names each value with its unit', () => {
		expect(wordsOf(first)).toEqual(['Straight-leg raise, Left: 60°', 'Sit-and-reach: -4.5 cm']);
	});
});

describe('chartWords', () => {
	it('tells where each line begins and ends', () => {
		const [raise] = measuresOf([first, second]);
		expect(raise && chartWords(raise)).toBe(
			'Line chart, Straight-leg raise. Left: from 60° to 66°. Right: 70°.',
		);
	});
});

describe('rowsOf', () => {
	it('puts the lines side by side, a row for each result', () => {
		const [raise] = measuresOf([first, second]);
		expect(rowsOf(raise?.lines ?? [])).toEqual([
			{ date: '2026-03-02', values: [60, null] },
			{ date: '2026-03-16', values: [66, 70] },
		]);
	});

	it('keeps two results of one day apart', () => {
		const twice = [
			result('2026-03-02', { backFeeling: 4 }),
			result('2026-03-02', { backFeeling: 6 }),
		];
		expect(rowsOf(measuresOf(twice)[0]?.lines ?? [])).toEqual([
			{ date: '2026-03-02', values: [4] },
			{ date: '2026-03-02', values: [6] },
		]);
	});
});
