import { describe, expect, it } from 'vitest';
import { isolated } from '$lib/ui/isolated';
import { sentenceOf } from './auditWords';

const entry = {
	id: '1',
	at: '2026-03-10T08:00:00Z',
	action: 'accountDisabled',
	by: { id: 'a', name: 'Ann' },
	fromConsole: false,
	subject: { id: 'b', name: 'Ben' },
	detail: {},
};

describe('sentenceOf', () => {
	it('names who did what to whom', () =>
		expect(sentenceOf(entry)).toBe(
			`${isolated('Ann')} disabled the account of ${isolated('Ben')}.`,
		));

	it('says that an account is deleted', () =>
		expect(sentenceOf({ ...entry, by: null, subject: null })).toBe(
			'deleted account disabled the account of deleted account.',
		));

	it('tells a command on the server from a deleted account', () =>
		expect(sentenceOf({ ...entry, by: null, fromConsole: true })).toContain(
			'A command on the server',
		));

	it('says who may register', () => {
		const changed = { ...entry, action: 'registrationChanged', subject: null };
		expect(sentenceOf({ ...changed, detail: { policy: 'closed', domains: [] } })).toContain(
			'Nobody',
		);
		expect(
			sentenceOf({ ...changed, detail: { policy: 'open', domains: ['a.example'] } }),
		).toContain('a.example');
	});

	it('shows an action of a later version by its code', () =>
		expect(sentenceOf({ ...entry, action: 'mailChanged' })).toContain('mailChanged'));
});
