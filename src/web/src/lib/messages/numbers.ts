import { perLocale } from './perLocale';

const plain = perLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const withSign = perLocale(
	(locale) =>
		new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
);

/** A measured value with at most one decimal. */
export const measured = (value: number): string => plain().format(value);

/** The same, with its sign: +2.5, −3, 0. */
export const signed = (value: number): string => withSign().format(value);
