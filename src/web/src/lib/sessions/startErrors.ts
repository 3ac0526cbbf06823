import { m } from '$lib/paraglide/messages';
import { dayWithYear } from '$lib/time/dates';
import { addDays } from '$lib/time/format';

/** The server plans breaks this many days ahead. */
const DAYS_AHEAD = 365;

/** The last date for which a break can be planned. */
export const latestDate = (today: string): string => addDays(today, DAYS_AHEAD);

/** What is wrong with a planned start, by field; undefined when it can be planned. The start is undefined if it is no date. */
export function startErrors(
	at: Date | undefined,
	today: string,
	now = Date.now(),
): Record<string, string> | undefined {
	if (!at)
		return {
			date: m.validation_date_range({
				first: dayWithYear(today),
				last: dayWithYear(latestDate(today)),
			}),
		};
	return at.getTime() <= now ? { startsAt: m.breaks_past() } : undefined;
}
