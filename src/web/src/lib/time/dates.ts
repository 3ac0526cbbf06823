import { perLocale } from '$lib/language/perLocale';
import { zoned } from './zones';

/** The formats of ISO dates, which are read in UTC whatever the browser's zone. */
export const dates = (options: Intl.DateTimeFormatOptions) =>
	perLocale((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));

/** A function that formats an ISO date. What is none, such as a year of five digits, stays as it is: formats throw for it. */
export function written(options: Intl.DateTimeFormatOptions): (date: string) => string {
	const format = dates(options);
	return (date) => {
		const at = asUtc(date);
		return isTime(at) ? format().format(at) : date;
	};
}

/** Whether a text was read as a time. */
export const isTime = (at: Date): boolean => !Number.isNaN(at.getTime());

/** An ISO date with its year: 10 Mar 2026. */
export const dayWithYear = written({ day: 'numeric', month: 'short', year: 'numeric' });

/** The format of calendar dates in a zone, as ISO. */
export const datesIn = (zone: string): Intl.DateTimeFormat =>
	zoned(zone, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar date in a zone, as ISO. */
export const dateIn = (zone: string, at: Date): string => datesIn(zone).format(at);

/** The midnight of an ISO date in UTC. */
export function asUtc(date: string): Date {
	return new Date(`${date}T00:00:00Z`);
}
