import { perLocale } from '$lib/language/perLocale';

const whole = perLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const percent = perLocale(
	(locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
);

/** Whole points. */
export function points(value: number): string {
	return whole().format(value);
}

/** Whole percent; the server rounds down, so that 100 % means every day. */
export function consistency(value: number): string {
	return percent().format(value / 100);
}
