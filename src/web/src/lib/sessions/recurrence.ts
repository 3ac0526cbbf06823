import type { ScheduleRequest, SessionListed, Weekday } from '$lib/api/types';
import { plainList } from '$lib/language/list';
import { m } from '$lib/paraglide/messages';
import { asWeekdays, weekdayNames } from '$lib/time/weekdays';

/** When a break takes place: at once, once at a time, or again and again. */
export type BreakPlan = 'now' | 'later' | 'workDays' | 'someDays';

/** What can be chosen of a recurring break. */
export interface Recurrence {
	routineId: string;
	/** A time of day such as `10:30`. */
	time: string;
	/** Whether it is on every work day; otherwise on `days`. */
	everyDay: boolean;
	days: readonly Weekday[];
	/** The id of a team; empty for the whole challenge. */
	team: string;
}

/** The request for a recurring break. Left out, hosts are the caller, or those who are. */
export const scheduleRequest = (
	{ routineId, time, everyDay, days, team }: Recurrence,
	hosts?: string[],
): ScheduleRequest => ({
	routineId,
	time: time.slice(0, 5),
	weekdays: everyDay ? [] : [...days],
	...(hosts ? { hosts } : {}),
	...(team ? { team } : {}),
});

/** The errors by field; undefined when there are none. */
export function recurrenceErrors({
	time,
	everyDay,
	days,
}: Pick<Recurrence, 'time' | 'everyDay' | 'days'>): Record<string, string> | undefined {
	if (!time) return { time: m.validation_required() };
	return !everyDay && days.length === 0 ? { weekdays: m.recur_need_day() } : undefined;
}

/** A recurring break in words: “Every work day at 10:30”. */
export function recurrenceText(weekdays: readonly string[] | null, time: string): string {
	return weekdays
		? m.recur_on_days({
				days: plainList(asWeekdays(weekdays).map((day) => weekdayNames[day]())),
				time,
			})
		: m.recur_every_work_day({ time });
}

/** The breaks to list: of each recurring one only the next, which stands for those that follow. */
export function nextOfEach(sessions: readonly SessionListed[]): SessionListed[] {
	const seen = new Set<string>();
	return sessions.filter(({ scheduleId }) => {
		if (!scheduleId) return true;
		const isFirst = !seen.has(scheduleId);
		seen.add(scheduleId);
		return isFirst;
	});
}
