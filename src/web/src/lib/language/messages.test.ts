import { describe, expect, it } from 'vitest';
import { baseLocale, locales } from '$lib/paraglide/runtime';

interface Variants {
	declarations?: string[];
	selectors?: string[];
	match: Record<string, string>;
}
type Messages = Record<string, string | [Variants]>;

const files = import.meta.glob<Messages>('/messages/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>(['/src/**/*.{ts,svelte}', '!/src/lib/paraglide/**'], {
	query: '?raw',
	import: 'default',
	eager: true,
});

const fileOf = (name: string) => files[`/messages/${name}.json`] ?? {};
const keysOf = (messages: Messages) => Object.keys(messages).filter((key) => key !== '$schema');

const base = fileOf(baseLocale);
const others = locales.filter((locale) => locale !== baseLocale);

/** Texts that are the same in several languages; any other equal text is untranslated. */
const shared =
	/^(Stretch Challenge|Challenges?|Code|Link|Name|Teams?|Start|Live|Offline|Bravo|Pause|Team \{index\})$/;

const textsOf = (message: Messages[string] = '') =>
	typeof message === 'string' ? [message] : Object.values(message[0].match);

const declared = (message: Messages[string], kind: 'input' | 'local') =>
	typeof message === 'string'
		? []
		: (message[0].declarations ?? []).flatMap(
				(line) => new RegExp(`^${kind} (\\w+)`).exec(line)?.[1] ?? [],
			);

const placeholders = (text: string) =>
	[...text.matchAll(/(?<!\\)\{(\w+)\}/g)].map(([, name = '']) => name);

/** The values that a message takes. */
function inputsOf(message: Messages[string] = ''): string[] {
	const inputs = typeof message === 'string' ? placeholders(message) : declared(message, 'input');
	return [...new Set(inputs)].sort();
}

/** The plural categories of a language for which a message has no words. */
function missingCategories(message: Messages[string] = '', locale: string): string[] {
	if (typeof message === 'string' || !message[0].selectors?.includes('plural')) return [];
	const cases = Object.keys(message[0].match).join();
	return new Intl.PluralRules(locale)
		.resolvedOptions()
		.pluralCategories.filter((category) => !cases.includes(`plural=${category}`));
}

describe('the messages', () => {
	it('Files_OfMessages_AreTheLanguagesAndTheNotes', () => {
		const names = [...locales, 'notes'].map((name) => `/messages/${name}.json`);
		expect(Object.keys(files).sort()).toEqual(names.sort());
	});

	it('Messages_InEnglish_AreAllUsed', () => {
		const text = Object.values(sources).join('\n');
		const used = new Set([...text.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key));
		expect(keysOf(base).filter((key) => !used.has(key))).toEqual([]);
	});

	it('Notes_ForTranslators_AreAboutMessages', () => {
		expect(Object.keys(fileOf('notes')).filter((key) => !(key in base))).toEqual([]);
	});

	it.each(locales)('Messages_In %s_SayWhatTheyTakeAndCoverEachPluralCategory', (locale) => {
		for (const [key, message] of Object.entries(fileOf(locale))) {
			if (typeof message !== 'string') {
				const known = [...declared(message, 'input'), ...declared(message, 'local')];
				const unknown = textsOf(message).flatMap(placeholders);
				expect([key, unknown.filter((name) => !known.includes(name))]).toEqual([key, []]);
			}
			expect([key, missingCategories(message, locale)]).toEqual([key, []]);
		}
	});
});

describe.each(others)('the messages in %s', (locale) => {
	const own = fileOf(locale);

	it('Messages_OfAllKeys_AreThereInTheSameOrder', () => {
		expect(keysOf(own)).toEqual(keysOf(base));
	});

	it('Messages_WithValues_TakeTheSame', () => {
		for (const key of keysOf(base)) {
			expect([key, inputsOf(own[key])]).toEqual([key, inputsOf(base[key])]);
		}
	});

	it('Messages_OfAllKeys_AreNeverEmpty', () => {
		expect(keysOf(own).filter((key) => textsOf(own[key]).some((text) => !text.trim()))).toEqual([]);
	});

	it('Messages_OfWords_DifferFromTheEnglish', () => {
		const forgotten = keysOf(base).filter(
			(key) =>
				typeof base[key] === 'string' &&
				/\p{L}{3}/u.test(base[key].replaceAll(/\{\w+\}/g, '')) &&
				own[key] === base[key] &&
				!shared.test(base[key]),
		);
		expect(forgotten).toEqual([]);
	});
});
