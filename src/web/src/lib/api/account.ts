import { answerOf, api } from './client';
import type { AccountChange, RegisterRequest } from './types';

export const fetchSite = () => answerOf(api.GET('/api/site'));

export const fetchAccount = () => answerOf(api.GET('/api/account'));

export const changeAccount = (body: AccountChange) => answerOf(api.PUT('/api/account', { body }));

export const register = (body: RegisterRequest) =>
	answerOf(api.POST('/api/account/register', { body }));

export const login = (email: string, password: string) =>
	answerOf(api.POST('/api/account/login', { body: { email, password } }));

export const deleteAccount = (password: string) =>
	answerOf(api.DELETE('/api/account', { body: { password } }));

/** Makes the own sign-in fresh again. */
export const confirmPassword = (password: string) =>
	answerOf(api.POST('/api/account/confirm', { body: { password } }));

export const logout = () => answerOf(api.POST('/api/account/logout'));

/** Signs in as a guest of the demo challenge. */
export const enterDemo = () => answerOf(api.POST('/api/demo/enter'));

/** Creates a new secret calendar address; the previous one stops working. */
export const createCalendar = () => answerOf(api.POST('/api/account/calendar'));

export const revokeCalendar = () => answerOf(api.DELETE('/api/account/calendar'));

/** Changes the own password, and signs out the other devices. */
export const changePassword = (current: string, fresh: string) =>
	answerOf(api.POST('/api/account/password', { body: { current, new: fresh } }));

/** Sets a new password by the secret of a link. */
export const resetPassword = (token: string, password: string) =>
	answerOf(
		api.POST('/api/account/reset/{token}', { params: { path: { token } }, body: { password } }),
	);

/** Where the caller is signed in. */
export const fetchDevices = () => answerOf(api.GET('/api/account/devices'));

export const endDevice = (id: string) =>
	answerOf(api.DELETE('/api/account/devices/{id}', { params: { path: { id } } }));
