import type { Weekday } from '$lib/api/types';
import { weekdays } from '$lib/messages';

/** Monday to Friday. */
export const usualWorkDays: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

const all = Object.keys(weekdays) as Weekday[];

/** The weekdays among the API's words, from Monday on. */
export function asWeekdays(words: readonly string[]): Weekday[] {
	return all.filter((weekday) => words.includes(weekday));
}
