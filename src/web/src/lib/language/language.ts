import {
	baseLocale,
	locales,
	overwriteGetLocale,
	toLocale,
	type Locale,
} from '$lib/paraglide/runtime';
import { storage } from '$lib/storage/storage';

/** The storage key of the person's choice. */
const KEY = 'language';

/** How numbers and dates are written if the browser names no region of the language; else as in the language alone. */
const defaultTags: Partial<Record<Locale, string>> = { en: 'en-GB' };

const tagFor = (language: Locale): string => defaultTags[language] ?? language;

let shownTag = tagFor(baseLocale);

/** The locale for numbers, dates and lists: the language shown, with the region of the browser. */
export const locale = (): string => shownTag;

/** The languages to choose from, each by its own name. */
export const languages = (): { code: Locale; name: string }[] =>
	locales.map((code) => ({
		code,
		name: new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code,
	}));

/** The choice that the browser did not store. It comes from the state of the page's history entry, which outlives a reload. */
let unkept: Locale | undefined;

/** The language chosen on this device; undefined to follow the browser. */
export const chosenLanguage = (): Locale | undefined => unkept ?? toLocale(storage.get(KEY));

/** Whether the browser keeps the choice for later visits. */
export const keepsLanguage = (): boolean => unkept === undefined;

/** Stores the choice and reloads the page; undefined follows the browser. */
export function chooseLanguage(chosen: Locale | undefined): void {
	storage.remove(KEY);
	unkept = chosen && storage.set(KEY, chosen) ? undefined : chosen;
	history.replaceState({ ...history.state, [KEY]: unkept }, '');
	location.reload();
}

/** The person's choice, else the first supported language of the browser, else English. */
export function languageFor(
	chosen: Locale | undefined,
	preferred: readonly string[],
): { language: Locale; locale: string } {
	// Without a system locale Chromium reports en-US@posix, which Intl rejects.
	const tags = preferred.map((tag) => tag.replace(/@.*/, ''));
	const language = chosen ?? languageOf(tags.find(languageOf)) ?? baseLocale;
	return {
		language,
		locale: tags.find((tag) => languageOf(tag) === language) ?? tagFor(language),
	};
}

/** Shows the language that is chosen on this device or that the browser prefers; constant until a reload. */
export function detectLanguage(): void {
	unkept = toLocale(history.state?.[KEY]);
	const { language, locale } = languageFor(chosenLanguage(), navigator.languages);
	shownTag = locale;
	overwriteGetLocale(() => language);
	document.documentElement.lang = language;
	// The first date formatting is slow (it loads locale data), so it is done while waiting for the network.
	setTimeout(() => new Date().toLocaleDateString(locale));
}

/** The supported language of a tag such as de-AT. */
const languageOf = (tag: string | undefined): Locale | undefined => toLocale(tag?.split('-')[0]);
