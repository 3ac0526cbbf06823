import { storage } from '$lib/storage/storage';
import { translate, type Translation } from './texts';

/** The languages of the client, each by the name that its speakers give it. */
export const languages = { en: 'English' } as const;

export type Language = keyof typeof languages;

const KEY = 'language';

// Each is one file, loaded by those alone who read it.
const translations: Partial<Record<Language, () => Promise<Translation>>> = {};

/** Where the browser names no region of its own. */
const usualLocales: Readonly<Record<Language, string>> = { en: 'en-GB' };

let shown: Language = 'en';
let shownLocale = usualLocales.en;

/** The language that is shown. It stays while the page lives. */
export const language = (): Language => shown;

/** How numbers, dates and lists are written: the language shown, in the person's own region of it. */
export const locale = (): string => shownLocale;

/** What the person chose on this device; undefined to follow the browser. */
export function chosenLanguage(): Language | undefined {
	return known(storage.get(KEY) ?? '');
}

/** Keeps the choice and begins anew in it; undefined follows the browser again. */
export function chooseLanguage(chosen: Language | undefined): void {
	if (chosen) storage.set(KEY, chosen);
	else storage.remove(KEY);
	location.reload();
}

/** The person's choice, else the first of the browser's languages that there is, else English. */
export function languageFor(
	chosen: Language | undefined,
	preferred: readonly string[],
): { language: Language; locale: string } {
	const tags = preferred.map(plainTag);
	const language = chosen ?? tags.map(known).find((found) => found !== undefined) ?? 'en';
	const locale = tags.find((tag) => known(tag) === language) ?? usualLocales[language];
	return { language, locale };
}

/** Loads the language to show, before anything is. Where it cannot be had the page is shown in English. */
export async function speak(): Promise<void> {
	let { language, locale } = languageFor(chosenLanguage(), navigator.languages);
	try {
		translate((await translations[language]?.()) ?? {});
	} catch {
		({ language, locale } = languageFor('en', navigator.languages));
	}
	shown = language;
	shownLocale = locale;
	document.documentElement.lang = language;
}

/** The language of a tag such as de-AT. */
function known(tag: string): Language | undefined {
	const [language = ''] = tag.toLowerCase().split('-');
	return Object.hasOwn(languages, language) ? (language as Language) : undefined;
}

// Without its system's locale the browser says en-US@posix, which Intl refuses.
function plainTag(tag: string): string {
	return tag.split('@')[0] ?? tag;
}
