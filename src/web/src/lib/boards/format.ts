import { perLocale } from '$lib/messages/perLocale';

const whole = perLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const percent = perLocale(
	(locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
);

/** Millionths of a point as whole points, rounded down so that no unearned point is shown. */
export function points(microPoints: number): string {
	return whole().format(Math.floor(microPoints / 1_000_000));
}

/** Hundredths of a percent as whole percent, rounded down so that 100 % means every day. */
export function consistency(basisPoints: number): string {
	return percent().format(Math.floor(basisPoints / 100) / 100);
}
