import { afterAll, describe, expect, it } from 'vitest';
import { show, texts } from '.';
import * as english from './en';

afterAll(() => show(english));

describe('texts', () => {
	it('Texts_ShownAfterwards_AreReadThen', () => {
		const early = texts('sound');
		show({ sound: { title: 'Ton', button: (mode: string) => `Ton: ${mode}` } });
		expect(early.title).toBe('Ton');
		expect(early.button('aus')).toBe('Ton: aus');
	});

	it('Texts_OfOtherNamespaces_StayWhenSomeAreShown', () => {
		show({ sound: { title: 'Ton' } });
		show({ noChallenge: { title: 'Noch keine' } });
		expect(texts('sound').title).toBe('Ton');
	});
});
