import { afterAll, describe, expect, it } from 'vitest';
import { setMessages, messages, type Translation } from '.';
import * as english from './en';

const files = import.meta.glob<Translation>(['./de/*.ts', '!./de/figureDescriptions.ts'], {
	eager: true,
});
const german: Translation = Object.assign({}, ...Object.values(files));

type Leaf = [path: string, text: string | ((...values: unknown[]) => string)];

/** Texts that are the same in both languages; any other equal text is untranslated. */
const shared = [
	'Stretch Challenge',
	'Challenge',
	'Challenges',
	'Code',
	'Link',
	'Name',
	'Team',
	'Teams',
	'Start',
	'Live',
	'Offline',
	'Bravo',
	'Pause',
];

/** Texts with words, not only signs and numbers. */
const worded = /\p{L}{3}/u;

function leaves(value: unknown, path: string): Leaf[] {
	if (typeof value === 'string' || typeof value === 'function') return [[path, value as Leaf[1]]];
	return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const leavesOf = (language: object) =>
	Object.entries(language).flatMap(([name, namespace]) => leaves(namespace, name));

const isAddress = (path: string) => /\.(id|href)$/.test(path);

describe('German', () => {
	const others = new Map(leavesOf(german));
	const own = leavesOf(english);

	afterAll(() => setMessages(english));

	it('German_OfAllTexts_HasTheSameKeys', () => {
		expect([...others.keys()].sort()).toEqual(own.map(([path]) => path).sort());
	});

	it('German_OfTextsWithValues_TakesAsMany', () => {
		const taken = (leaf: Leaf[1]) => (typeof leaf === 'function' ? leaf.length : -1);
		// The English texts of problems are the server's.
		for (const [path, text] of own.filter(([path]) => path !== 'problems.translate')) {
			expect([path, taken(others.get(path) ?? '')]).toEqual([path, taken(text)]);
		}
	});

	it('German_OfAllTexts_IsNeverEmpty', () => {
		expect([...others].filter(([, text]) => typeof text === 'string' && !text.trim())).toEqual([]);
	});

	it('German_OfWords_DiffersFromTheEnglish', () => {
		const forgotten = own.filter(
			([path, text]) =>
				typeof text === 'string' &&
				worded.test(text) &&
				others.get(path) === text &&
				!isAddress(path) &&
				!shared.includes(text),
		);
		expect(forgotten).toEqual([]);
	});

	it('German_OfAddresses_IsTheSame', () => {
		for (const [path, text] of own.filter(([path]) => isAddress(path))) {
			expect([path, others.get(path)]).toEqual([path, text]);
		}
	});

	it('Texts_InGerman_AreGermanInEachNamespace', () => {
		setMessages(german);
		for (const name of Object.keys(english) as (keyof typeof english)[]) {
			expect(messages(name)).toEqual(german[name]);
		}
	});
});
