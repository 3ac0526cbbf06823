import { perLocale } from './perLocale';

const rules = perLocale((locale) => new Intl.PluralRules(locale));
const numbers = perLocale((locale) => new Intl.NumberFormat(locale));

/** "1 day", "3 days", with the number in the format of the locale. */
export function count(value: number, one: string, many: string): string {
	return `${numbers().format(value)} ${rules().select(value) === 'one' ? one : many}`;
}
