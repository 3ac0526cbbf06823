import { storage } from '$lib/storage/storage';
import { translate, type Translation } from './texts';

/** The languages of the client, each by the name that its speakers give it. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof languages;

/** Texts that few screens need. */
export type Part = 'help' | 'live' | 'problems' | 'selfTests' | 'team';

const KEY = 'language';

type Load = () => Promise<Translation>;

// Loaded by those alone who read it: what most screens need at once, the large parts with the screens that need them.
const translations: Readonly<Record<Exclude<Language, 'en'>, { main: Load } & Record<Part, Load>>> =
	{
		de: {
			main: () => import('./de'),
			help: () => import('./de/help'),
			live: () => import('./de/live'),
			problems: () => import('./de/problems'),
			selfTests: () => import('./de/selfTests'),
			team: () => import('./de/team'),
		},
	};

/** Where the browser names no region of its own. */
const usualLocales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

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
		if (language !== 'en') translate(await translations[language].main());
	} catch {
		({ language, locale } = languageFor('en', navigator.languages));
	}
	shown = language;
	shownLocale = locale;
	document.documentElement.lang = language;
}

/** Loads a part of the language shown, before it is read; without it those texts are English. */
export async function speakOf(part: Part): Promise<void> {
	if (shown !== 'en') await translations[shown][part]().then(translate, () => undefined);
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
