import { asUtc } from '$lib/time/dates';
import { zoned } from '$lib/time/zones';

/** Two ISO dates as a range in one of the languages, whichever is shown otherwise. */
export function datesFor(locale: string, from: string, to: string): string {
	const tag = locale === 'en' ? 'en-GB' : locale;
	return zoned('UTC', tag, { dateStyle: 'long' }).formatRange(asUtc(from), asUtc(to));
}
