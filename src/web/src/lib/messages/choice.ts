import { storage } from '$lib/storage/storage';
import { LANGUAGE_KEY, type Language } from './language';

/** The languages to choose from, each by the name that its speakers give it. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** Keeps the choice and begins anew in it; undefined follows the browser again. */
export function chooseLanguage(chosen: Language | undefined): void {
	if (chosen) storage.set(LANGUAGE_KEY, chosen);
	else storage.remove(LANGUAGE_KEY);
	location.reload();
}
