import { storage } from '$lib/storage/storage';

export type Language = 'en' | 'de';

/** Where the person's choice is kept on this device. */
export const LANGUAGE_KEY = 'language';

/** Where the browser names no region of its own. */
const usualLocales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

let shown: Language = 'en';
let shownLocale = usualLocales.en;
let translations: typeof import('./translations') | undefined;

/** The language that is shown. It stays while the page lives. */
export const language = (): Language => shown;

/** How numbers, dates and lists are written: the language shown, in the person's own region of it. */
export const locale = (): string => shownLocale;

/** What the person chose on this device; undefined to follow the browser. */
export const chosenLanguage = (): Language | undefined => known(storage.get(LANGUAGE_KEY) ?? '');

/** The person's choice, else the first of the browser's languages that there is, else English. */
export function languageFor(
	chosen: Language | undefined,
	preferred: readonly string[],
): { language: Language; locale: string } {
	// Without its system's locale the browser says en-US@posix, which Intl refuses.
	const tags = preferred.map((tag) => tag.replace(/@.*/, ''));
	const language = chosen ?? known(tags.find(known) ?? '') ?? 'en';
	return {
		language,
		locale: tags.find((tag) => known(tag) === language) ?? usualLocales[language],
	};
}

/** Loads the language to show, before anything is. Where it cannot be had the page is shown in English. */
export async function speak(): Promise<void> {
	let wanted = languageFor(chosenLanguage(), navigator.languages);
	if (wanted.language !== 'en') {
		try {
			translations = await import('./translations');
			await translations.load(wanted.language);
		} catch {
			translations = undefined;
			wanted = languageFor('en', navigator.languages);
		}
	}
	({ language: shown, locale: shownLocale } = wanted);
	document.documentElement.lang = shown;
}

/** Loads what a route needs besides what most screens do; without it those texts are English. */
export const speakFor = async (route: string | null): Promise<void> => translations?.loadFor(route);

/** Loads the words for what the server refuses. */
export const speakOfProblems = async (): Promise<void> => translations?.loadPart('problems');

/** The language of a tag such as de-AT. */
function known(tag: string): Language | undefined {
	return /^(en|de)\b/i.exec(tag)?.[0].toLowerCase() as Language | undefined;
}
