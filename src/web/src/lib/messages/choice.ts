import { storage } from '$lib/storage/storage';
import { LANGUAGE_KEY, type Language } from './language';

/** The languages to choose from, each by its own name. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** Stores the choice and reloads the page; undefined follows the browser. */
export function chooseLanguage(chosen: Language | undefined): void {
	if (chosen) storage.set(LANGUAGE_KEY, chosen);
	else storage.remove(LANGUAGE_KEY);
	location.reload();
}
