/** Two ISO dates as a range in one of the languages, whichever is shown otherwise. */
export function datesFor(locale: string, from: string, to: string): string {
	const tag = locale === 'en' ? 'en-GB' : locale;
	const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
	return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}
