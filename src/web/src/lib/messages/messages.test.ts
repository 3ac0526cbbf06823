import { afterAll, describe, expect, it } from 'vitest';
import { setMessages, messages } from '.';
import * as english from './en';

afterAll(() => setMessages(english));

describe('messages', () => {
	it('Texts_ShownAfterwards_AreReadThen', () => {
		const early = messages('sound');
		setMessages({ sound: { title: 'Ton', button: (mode: string) => `Ton: ${mode}` } });
		expect(early.title).toBe('Ton');
		expect(early.button('aus')).toBe('Ton: aus');
	});

	it('Texts_OfOtherNamespaces_StayWhenSomeAreShown', () => {
		setMessages({ sound: { title: 'Ton' } });
		setMessages({ noChallenge: { title: 'Noch keine' } });
		expect(messages('sound').title).toBe('Ton');
	});
});
