import { storage } from '$lib/storage/storage';
import { fileOf, type LazyMessageFile } from './messageFiles';
import { setMessages } from '.';

export type Language = 'en' | 'de';

/** Where the person's choice is kept on this device. */
export const LANGUAGE_KEY = 'language';

/** Where the browser names no region of its own. */
const defaultLocales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

let shown: Language = 'en';
let shownLocale = defaultLocales.en;
let routeMessages = Promise.resolve();

/** The language that is shown. It stays while the page lives. */
export const language = (): Language => shown;

/** How numbers, dates and lists are written: the language shown, in the person's own region of it. */
export const locale = (): string => shownLocale;

/** What the person chose on this device; undefined to follow the browser. */
export const chosenLanguage = (): Language | undefined =>
	languageOf(storage.get(LANGUAGE_KEY) ?? '');

/** The person's choice, else the first of the browser's languages that there is, else English. */
export function languageFor(
	chosen: Language | undefined,
	preferred: readonly string[],
): { language: Language; locale: string } {
	// Without its system's locale the browser says en-US@posix, which Intl refuses.
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
	// The first date that a page writes costs as much as all its parts: it is written while the network is waited for.
	setTimeout(() => new Date().toLocaleDateString(shownLocale));
}

/** Loads the messages of a route. A failure is reported like that of any other part of the page. */
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

/** Waits for the messages of the page; a failure is reported by loadRouteMessages. */
export const routeMessagesLoaded = (): Promise<void> => routeMessages.catch(() => undefined);

/** Loads the messages for refused requests; without them the kind of refusal has to do. */
export const loadProblemMessages = (): Promise<void> =>
	load('problems').catch(() => setMessages({ problems: { translate: () => '' } }));

/** Loads a message file; the module cache answers when it is loaded already. */
async function load(file: string): Promise<void> {
	// While one develops there are no files but the parts.
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
