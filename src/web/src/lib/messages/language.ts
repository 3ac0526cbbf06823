import { storage } from '$lib/storage/storage';
import { fileOf, type LaterPart } from './parts';
import { show } from '.';

export type Language = 'en' | 'de';

/** Where the person's choice is kept on this device. */
export const LANGUAGE_KEY = 'language';

/** Where the browser names no region of its own. */
const usualLocales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

let shown: Language = 'en';
let shownLocale = usualLocales.en;
let page = Promise.resolve();

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

/** Decides the language. */
export function speak(): void {
	({ language: shown, locale: shownLocale } = languageFor(chosenLanguage(), navigator.languages));
	document.documentElement.lang = shown;
	// The first date that a page writes costs as much as all its parts: it is written while the network is waited for.
	setTimeout(() => new Date().toLocaleDateString(shownLocale));
}

/** Loads the words of a route. What cannot be had of them is told as any part of a page. */
export const speakFor = (route: string | null): Promise<void> => (page = load(fileOf(route)));

/** A part of a page that is loaded later, with the words that it brings. */
export async function spoken<T>(component: Promise<T>, ...parts: LaterPart[]): Promise<T> {
	const [loaded] = await Promise.all([component, ...parts.map(load)]);
	return loaded;
}

/** Waits for the words of the page; where they cannot be had, that is told elsewhere. */
export const speaking = (): Promise<void> => page.catch(() => undefined);

/** Loads the words for what the server refuses; where they cannot be had, the sort of refusal has to do. */
export const speakOfProblems = (): Promise<void> =>
	load('problems').catch(() => show({ problems: { told: () => '' } }));

/** Loads a file of words; again it is there at once. */
async function load(file: string): Promise<void> {
	// While one develops there are no files but the parts.
	show(
		import.meta.env.DEV
			? await (shown === 'en' ? import('./en') : import('./de'))
			: await import(/* @vite-ignore */ `/${__WORDS__}/${shown}/${file}.js`),
	);
}

/** The language of a tag such as de-AT. */
function known(tag: string): Language | undefined {
	return /^(en|de)\b/i.exec(tag)?.[0].toLowerCase() as Language | undefined;
}
