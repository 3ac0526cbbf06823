import { isDate } from '$lib/time/format';

/** The dates with one more, in order and each once; undefined if it is no date from `first` to `last`. */
export function withHoliday(
	dates: readonly string[],
	date: string,
	first: string,
	last: string,
): string[] | undefined {
	// Dates of four-digit years sort as texts.
	if (!isDate(date) || date < first || date > last) return undefined;
	return [...new Set([...dates, date])].sort();
}
