import { addDays, dateIn } from '$lib/time/format';

/** A challenge lasts 8 weeks; its last day is this many days after its first. */
const LAST_DAY_AFTER = 55;
/** The server accepts first days this many days ago and ahead. */
const DAYS_BACK = 7;
const DAYS_AHEAD = 366;

/** The last day of a challenge. */
export const lastDay = (startsOn: string): string => addDays(startsOn, LAST_DAY_AFTER);

/** The earliest and the latest first day of a challenge in a zone. */
export function startBounds(zone: string, now: Date): { first: string; last: string } {
	const today = dateIn(zone, now);
	return { first: addDays(today, -DAYS_BACK), last: addDays(today, DAYS_AHEAD) };
}
