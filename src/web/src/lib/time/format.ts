import { m } from '$lib/paraglide/messages';
import { locale } from '$lib/language/language';
import { asUtc, dateIn, dates, isTime, written } from './dates';
import { zoned } from './zones';

export { dateIn } from './dates';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Formats an ISO date such as 2026-03-10: Tue 10 Mar. */
export const day = written({ weekday: 'short', day: 'numeric', month: 'short' });

/** An ISO date without its weekday: 10 Mar. */
export const dayAndMonth = written({ day: 'numeric', month: 'short' });

/** An ISO date in full: Tuesday, 10 March. */
export const longDay = written({ weekday: 'long', day: 'numeric', month: 'long' });

/** The first letter of an ISO date's weekday. */
export const weekdayLetter = written({ weekday: 'narrow' });

const withYear = dates({ day: 'numeric', month: 'short', year: 'numeric' });

/** Two ISO dates as one range: 2 Mar – 26 Apr 2026. */
export const dateRange = (from: string, to: string): string =>
	isDate(from) && isDate(to) ? withYear().formatRange(asUtc(from), asUtc(to)) : `${from} – ${to}`;

/** mm:ss, rounded up, so that a countdown shows 0:00 only when it is over. */
export function clock(milliseconds: number): string {
	const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** h:mm:ss from an hour on, else mm:ss; rounded up. */
export function longClock(milliseconds: number): string {
	const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
	const hours = Math.floor(seconds / 3600);
	if (hours === 0) return clock(milliseconds);
	const minutes = String(Math.floor(seconds / 60) % 60).padStart(2, '0');
	return `${hours}:${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A planned length in whole minutes, at least one. */
export function minutes(seconds: number): string {
	return m.time_minutes({ value: Math.max(1, Math.round((seconds * 1000) / MINUTE)) });
}

/** Formats an instant in a zone, relative to the date `today`: 12:00, tomorrow 12:00, Mon 12:00. */
export function moment(instant: string, zone: string, today: string): string {
	const at = new Date(instant);
	if (!isTime(at)) return instant;
	const time = zoned(zone, locale(), { hour: 'numeric', minute: '2-digit' }).format(at);
	const date = dateIn(zone, at);
	const ahead = Math.round((asUtc(date).getTime() - asUtc(today).getTime()) / DAY);
	if (ahead === 0) return time;
	return ahead === 1
		? m.time_tomorrow_at({ clock: time })
		: m.time_day_at({ day: day(date), clock: time });
}

/** Whether a text is an ISO date of four-digit year; date fields of browsers also accept years up to 275760. */
export function isDate(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && isTime(asUtc(text));
}

/** The ISO date so many days later. */
export function addDays(date: string, days: number): string {
	return new Date(asUtc(date).getTime() + days * DAY).toISOString().slice(0, 10);
}

/** The weekday of an ISO date: 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: string): number {
	return (asUtc(date).getUTCDay() + 6) % 7;
}

/** The first Monday after an ISO date. */
export function nextMonday(date: string): string {
	return addDays(date, 7 - weekdayOf(date));
}
