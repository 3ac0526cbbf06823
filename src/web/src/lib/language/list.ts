import { perLocale } from './perLocale';

const both = perLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const plain = perLocale((locale) => new Intl.ListFormat(locale, { type: 'unit' }));

/** "chair, desk and mat". */
export const andList = (words: Iterable<string>): string => both().format(words);

/** "chair, desk, mat". */
export const plainList = (words: Iterable<string>): string => plain().format(words);
