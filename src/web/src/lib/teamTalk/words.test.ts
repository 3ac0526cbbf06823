import { describe, expect, it } from 'vitest';
import { momentText } from './words';

const plain = (text: string) => text.replace(/[\u2066-\u2069]/gu, '');

describe('momentText', () => {
	it('says whose it is and what was reached', () => {
		const streak = { name: 'Ana', kind: 'streak', count: 10, self: false } as const;
		expect(plain(momentText(streak))).toBe('Ana: 10 days in a row');
		expect(plain(momentText({ ...streak, kind: 'doneDays', count: 20, self: true }))).toBe(
			'You: 20 days done',
		);
		expect(plain(momentText({ ...streak, self: true }))).toBe('You: 10 days in a row');
	});
});
