import { describe, expect, it } from 'vitest';
import { languageFor } from './language';

describe('languageFor', () => {
	it.each([
		[['de-AT', 'en'], 'de', 'de-AT'],
		[['de'], 'de', 'de'],
		[['fr-FR', 'de-CH', 'en-US'], 'de', 'de-CH'],
		[['en-GB', 'de'], 'en', 'en-GB'],
		[['en-US@posix'], 'en', 'en-US'],
		[['DE-de'], 'de', 'DE-de'],
		[['fr', 'it'], 'en', 'en-GB'],
		[['denim', 'english'], 'en', 'en-GB'],
		[[], 'en', 'en-GB'],
	])('LanguageFor_BrowserThatPrefers %j_Is %s, written as %s', (preferred, language, locale) => {
		expect(languageFor(undefined, preferred)).toEqual({ language, locale });
	});

	it('LanguageFor_Choice_GoesBeforeTheBrowser', () => {
		expect(languageFor('de', ['en-US'])).toEqual({ language: 'de', locale: 'de' });
	});

	it('LanguageFor_ChoiceThatTheBrowserHasToo_IsWrittenAsInItsRegion', () => {
		expect(languageFor('de', ['en-US', 'de-CH'])).toEqual({ language: 'de', locale: 'de-CH' });
	});
});
