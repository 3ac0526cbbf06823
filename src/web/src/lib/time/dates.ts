import { perLocale } from '$lib/language/perLocale';
import { zoned } from './zones';

/** The formats of ISO dates, which are read in UTC whatever the browser's zone. */
export const dates = (options: Intl.DateTimeFormatOptions) =>
	perLocale((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));

/** A function that formats an ISO date. */
export function written(options: Intl.DateTimeFormatOptions): (date: string) => string {
	const format = dates(options);
	return (date) => format().format(asUtc(date));
}

/** An ISO date with its year: 10 Mar 2026. */
export const dayWithYear = written({ day: 'numeric', month: 'short', year: 'numeric' });

/** The calendar date in a zone, as ISO. */
export function dateIn(zone: string, at: Date): string {
	return zoned(zone, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** The midnight of an ISO date in UTC. */
export function asUtc(date: string): Date {
	return new Date(`${date}T00:00:00Z`);
}
