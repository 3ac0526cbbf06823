import { afterEach, describe, expect, it } from 'vitest';
import { forgetTranslation, texts, translate } from './texts';

const fruit = texts('fruit', { apple: 'apple', many: (n: number) => `${n} apples` });

afterEach(forgetTranslation);

describe('texts', () => {
	it('Texts_WithoutTranslation_AreEnglish', () => {
		expect(fruit.apple).toBe('apple');
		expect(fruit.many(2)).toBe('2 apples');
	});

	it('Texts_TranslatedAfterwards_AreReadInThatLanguage', () => {
		translate({ fruit: { apple: 'Apfel', many: (n: number) => `${n} Äpfel` } });
		expect(fruit.apple).toBe('Apfel');
		expect(fruit.many(2)).toBe('2 Äpfel');
	});

	it('Texts_ThatTheTranslationLacks_AreEnglish', () => {
		translate({ fruit: { apple: 'Apfel' } });
		expect(fruit.many(2)).toBe('2 apples');
	});

	it('Texts_Listed_AreTheTranslatedOnes', () => {
		translate({ fruit: { apple: 'Apfel', many: (n: number) => `${n} Äpfel` } });
		expect(Object.entries(fruit)[0]).toEqual(['apple', 'Apfel']);
	});
});
