import { addDays, isDate } from '$lib/time/format';

/** Suggested starts are rounded up to full five minutes. */
const STEP_MS = 5 * 60_000;
const LEAD_MS = 15 * 60_000;

/** The suggested start: in a quarter of an hour, rounded up, as local date and time. */
export function proposedStart(now: Date): { date: string; time: string } {
	return localStart(new Date(Math.ceil((now.getTime() + LEAD_MS) / STEP_MS) * STEP_MS));
}

/**
 * A suggested start within the hours in which people usually work: as it is where it lies in them, otherwise after the first quarter
 * of the next ones. Both are in one time zone.
 */
export function startWithin(
	start: { date: string; time: string },
	hours: { from?: string | null; to?: string | null } | null | undefined,
): { date: string; time: string } {
	const { from, to } = hours ?? {};
	if (!from || !to || (start.time >= from && start.time < to)) return start;
	const [begin, end] = [minutesOf(from), minutesOf(to)];
	const quarter = Math.floor((begin + (end - begin) / 4) / 5) * 5;
	return {
		date: start.time < from ? start.date : addDays(start.date, 1),
		time: `${two(Math.floor(quarter / 60))}:${two(quarter % 60)}`,
	};
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** An instant as local date and time. */
export const localStart = (at: Date): { date: string; time: string } => ({
	date: localDate(at),
	time: localTime(at),
});

/** The instant of a local date and time; undefined if they are invalid. */
export function startInstant(date: string, time: string): Date | undefined {
	const at = new Date(`${date}T${time}`);
	if (!isDate(date)) return undefined;
	return Number.isNaN(at.getTime()) ? undefined : at;
}

function localDate(at: Date): string {
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function localTime(at: Date): string {
	return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

const two = (value: number) => String(value).padStart(2, '0');
