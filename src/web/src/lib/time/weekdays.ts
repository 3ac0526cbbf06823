import type { Weekday } from '$lib/api/types';
import { messages } from '$lib/messages';

const weekdays = messages('weekdays');

/** Monday to Friday. */
export const usualWorkDays: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** The API's strings as weekdays, in order from Monday. */
export function asWeekdays(words: readonly string[]): Weekday[] {
	const all = Object.keys(weekdays) as Weekday[];
	return all.filter((weekday) => words.includes(weekday));
}
