import type { ProgrammeWeek, ProgressWeek } from '$lib/api/types';
import { addDays } from '$lib/time/format';

/** The first week with dynamic sets instead of holds. */
export const FIRST_DYNAMIC_WEEK = 7;

/** Two weeks of the programme that share their exercises. */
export interface Block {
	block: number;
	firstWeek: number;
	lastWeek: number;
	/** The hold times of its weeks in seconds, each once. */
	holds: number[];
	stretches: readonly string[];
	core: readonly string[];
}

export function blocksOf(weeks: readonly ProgrammeWeek[]): Block[] {
	const numbers = [...new Set(weeks.map(({ block }) => block))];
	return numbers.flatMap((block) => {
		const own = weeks.filter((week) => week.block === block);
		const [first, last] = [own[0], own.at(-1)];
		if (!first || !last) return [];
		return {
			block,
			firstWeek: first.week,
			lastWeek: last.week,
			holds: [...new Set(own.map(({ holdSeconds }) => holdSeconds))],
			stretches: first.stretches,
			core: first.core,
		};
	});
}

/** The week of a challenge that a date falls into. */
export function weekOn(
	date: string,
	weeks: readonly Pick<ProgressWeek, 'week' | 'from'>[],
): number | undefined {
	return weeks.find(({ from }) => from <= date && date < addDays(from, 7))?.week;
}
