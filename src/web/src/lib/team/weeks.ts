import type { TeamDate } from '$lib/api/types';
import { addDays, weekdayOf } from '$lib/time/format';

export interface TeamWeek {
	/** The week's Monday. */
	from: string;
	/** A day for each column; null if it is not a team day. */
	days: readonly (TeamDate | null)[];
}

/** The columns of a team's calendar, 0 for Monday to 6 for Sunday: the weekdays that any team day falls on. */
export function columnsOf(days: readonly TeamDate[]): number[] {
	return [...new Set(days.map(({ date }) => weekdayOf(date)))].sort((a, b) => a - b);
}

/** Team days in rows of weeks. */
export function weeksOf(days: readonly TeamDate[]): TeamWeek[] {
	const columns = columnsOf(days);
	const byDate = new Map(days.map((day) => [day.date, day]));
	const mondays = new Set(days.map(({ date }) => addDays(date, -weekdayOf(date))));
	return [...mondays].map((from) => ({
		from,
		days: columns.map((column) => byDate.get(addDays(from, column)) ?? null),
	}));
}
