import { answerOf, api } from './client';
import type { AdminAccountChange, RegistrationChange } from './types';

const page = (q: string, after?: string) => ({
	params: { query: { ...(q ? { q } : {}), ...(after ? { after } : {}) } },
});

const of = (id: string) => ({ params: { path: { id } } });

/** A page of the accounts whose name or e-mail contains a text. */
export const fetchAccounts = (search: string, after?: string) =>
	answerOf(api.GET('/api/admin/accounts', page(search, after)));

export const changeAccountOf = (id: string, body: AdminAccountChange) =>
	answerOf(api.PUT('/api/admin/accounts/{id}', { ...of(id), body }));

/** Makes the link with which somebody sets a new password; the one before is void. */
export const createResetLink = (id: string) =>
	answerOf(api.POST('/api/admin/accounts/{id}/reset-link', of(id)));

export const signOutEverywhere = (id: string) =>
	answerOf(api.POST('/api/admin/accounts/{id}/sign-out', of(id)));

export const deleteAccountOf = (id: string) =>
	answerOf(api.DELETE('/api/admin/accounts/{id}', of(id)));

export const fetchSettings = () => answerOf(api.GET('/api/admin/settings'));

export const changeRegistration = (registration: RegistrationChange) =>
	answerOf(api.PUT('/api/admin/settings', { body: { registration } }));

/** A page of the challenges whose name contains a text. */
export const fetchAllChallenges = (search: string, after?: string) =>
	answerOf(api.GET('/api/admin/challenges', page(search, after)));

export const fetchAudit = (after?: string) =>
	answerOf(api.GET('/api/admin/audit', { params: { query: after ? { after } : {} } }));

export const fetchStatus = () => answerOf(api.GET('/api/admin/status'));

export const backUp = () => answerOf(api.POST('/api/admin/backup'));
