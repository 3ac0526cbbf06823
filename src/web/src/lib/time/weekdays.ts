import type { Weekday } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** The short names of the weekdays, from Monday. */
export const weekdayNames: Readonly<Record<Weekday, () => string>> = {
	Mon: m.weekdays_mon,
	Tue: m.weekdays_tue,
	Wed: m.weekdays_wed,
	Thu: m.weekdays_thu,
	Fri: m.weekdays_fri,
	Sat: m.weekdays_sat,
	Sun: m.weekdays_sun,
};

export const weekdays = Object.keys(weekdayNames) as readonly Weekday[];

/** Monday to Friday. */
export const usualWorkDays: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** The API's strings as weekdays, in order from Monday. */
export function asWeekdays(words: readonly string[]): Weekday[] {
	return weekdays.filter((weekday) => words.includes(weekday));
}
