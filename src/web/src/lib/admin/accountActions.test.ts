import { describe, expect, it } from 'vitest';
import { actionsFor } from './accountActions';

const account = {
	id: 'a',
	name: 'Ann',
	email: 'ann@example.com',
	createdAt: '2026-03-10T08:00:00Z',
	disabled: false,
	siteAdministrator: false,
	challenges: 1,
};

describe('actionsFor', () => {
	it('a member can be appointed, disabled and deleted', () =>
		expect(actionsFor(account, 'me')).toEqual([
			'resetLink',
			'signOut',
			'appoint',
			'disable',
			'delete',
		]));

	it('a disabled account can be enabled', () =>
		expect(actionsFor({ ...account, disabled: true }, 'me')).toContain('enable'));

	it('nobody disables or deletes their own', () =>
		expect(actionsFor({ ...account, siteAdministrator: true }, 'a')).toEqual([
			'resetLink',
			'signOut',
			'remove',
		]));
});
