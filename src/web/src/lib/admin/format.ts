import { perLocale } from '$lib/language/perLocale';
import { locale } from '$lib/language/language';
import { zoned } from '$lib/time/zones';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const STEP = 1000;

const units = perLocale((of) =>
	UNITS.map(
		(unit) => new Intl.NumberFormat(of, { style: 'unit', unit, maximumSignificantDigits: 3 }),
	),
);

/** A size in the unit that gives at most three digits before the point: 3.2 MB. */
export function size(bytes: number): string {
	let [value, unit] = [Math.max(bytes, 0) / STEP, 0];
	while (value >= STEP && unit < UNITS.length - 1) [value, unit] = [value / STEP, unit + 1];
	return units()[unit]?.format(value) ?? '';
}

/** An instant with its date, in a zone: 10 Mar 2026, 12:00. */
export const instant = (at: string, zone: string): string =>
	zoned(zone, locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

/** The date of an instant, in a zone: 10 Mar 2026. */
export const dateOf = (at: string, zone: string): string =>
	zoned(zone, locale(), { dateStyle: 'medium' }).format(new Date(at));
