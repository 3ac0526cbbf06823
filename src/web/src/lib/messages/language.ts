import { storage } from '$lib/storage/storage';
import { fileOf, type LazyMessageFile } from './messageFiles';
import { setMessages } from '.';

export type Language = 'en' | 'de';

/** The storage key of the person's choice. */
export const LANGUAGE_KEY = 'language';

/** Used if the browser names no region of the language. */
const defaultLocales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

let shown: Language = 'en';
let shownLocale = defaultLocales.en;
let routeMessages = Promise.resolve();

/** The language that is shown; constant until a reload. */
export const language = (): Language => shown;

/** The locale for numbers, dates and lists: the language shown, with the region of the browser. */
export const locale = (): string => shownLocale;

/** The language chosen on this device; undefined to follow the browser. */
export const chosenLanguage = (): Language | undefined =>
	languageOf(storage.get(LANGUAGE_KEY) ?? '');

/** The person's choice, else the first supported language of the browser, else English. */
export function languageFor(
	chosen: Language | undefined,
	preferred: readonly string[],
): { language: Language; locale: string } {
	// Without a system locale Chromium reports en-US@posix, which Intl rejects.
	const tags = preferred.map((tag) => tag.replace(/@.*/, ''));
	const language = chosen ?? languageOf(tags.find(languageOf) ?? '') ?? 'en';
	return {
		language,
		locale: tags.find((tag) => languageOf(tag) === language) ?? defaultLocales[language],
	};
}

/** Sets the language and the locale from the choice on this device or from the browser. */
export function detectLanguage(): void {
	({ language: shown, locale: shownLocale } = languageFor(chosenLanguage(), navigator.languages));
	document.documentElement.lang = shown;
	// The first date formatting is slow (it loads locale data), so it is done while waiting for the network.
	setTimeout(() => new Date().toLocaleDateString(shownLocale));
}

/** Loads the messages of a route; rejects like any other failed import of the page. */
export const loadRouteMessages = (route: string | null): Promise<void> =>
	(routeMessages = load(fileOf(route)));

/** Loads a component together with the message files that it needs. */
export async function withMessages<T>(
	component: Promise<T>,
	...files: LazyMessageFile[]
): Promise<T> {
	const [loaded] = await Promise.all([component, ...files.map(load)]);
	return loaded;
}

/** Waits for the messages of the route; a failure is reported by loadRouteMessages. */
export const routeMessagesLoaded = (): Promise<void> => routeMessages.catch(() => undefined);

/** Loads the messages for refused requests; if that fails, a general message for the status is shown. */
export const loadProblemMessages = (): Promise<void> =>
	load('problems').catch(() => setMessages({ problems: { translate: () => '' } }));

/** Loads a message file; the module cache answers when it is loaded already. */
async function load(file: string): Promise<void> {
	// The files exist only in a build; the development server loads all messages of the language.
	setMessages(
		import.meta.env.DEV
			? await (shown === 'en' ? import('./en') : import('./de'))
			: await import(/* @vite-ignore */ `/${__MESSAGES__}/${shown}/${file}.js`),
	);
}

/** The language of a tag such as de-AT. */
function languageOf(tag: string): Language | undefined {
	return /^(en|de)\b/i.exec(tag)?.[0].toLowerCase() as Language | undefined;
}
