import { answerOf, api } from './client';
import type { AccountChange, PasskeyAnswer, RegisterRequest } from './types';

export const fetchSite = () => answerOf(api.GET('/api/site'));

export const fetchAccount = () => answerOf(api.GET('/api/account'));

export const changeAccount = (body: AccountChange) => answerOf(api.PUT('/api/account', { body }));

export const register = (body: RegisterRequest) =>
	answerOf(api.POST('/api/account/register', { body }));

export const login = (email: string, password: string) =>
	answerOf(api.POST('/api/account/login', { body: { email, password } }));

/** Who has no password needs a fresh sign-in. */
export const deleteAccount = (password?: string) =>
	answerOf(api.DELETE('/api/account', { body: { password } }));

/** With what a passkey for a new account is made; the rest of the account is checked first. */
export const beginRegistration = (body: RegisterRequest) =>
	answerOf(api.POST('/api/account/register/passkey', { body }));

/** With what a passkey is asked for. */
export const beginPasskeySignIn = () => answerOf(api.POST('/api/account/login/passkey/options'));

export const loginByPasskey = (body: PasskeyAnswer) =>
	answerOf(api.POST('/api/account/login/passkey', { body }));

export const fetchPasskeys = () => answerOf(api.GET('/api/account/passkeys'));

/** With what another passkey of the caller is made. */
export const beginPasskey = () => answerOf(api.POST('/api/account/passkeys/options'));

export const addPasskey = (name: string, passkey: PasskeyAnswer) =>
	answerOf(api.POST('/api/account/passkeys', { body: { name, passkey } }));

export const removePasskey = (id: string) =>
	answerOf(api.DELETE('/api/account/passkeys/{id}', { params: { path: { id } } }));

/** Makes the own sign-in fresh again. */
export const confirmByPasskey = (passkey: PasskeyAnswer) =>
	answerOf(api.POST('/api/account/confirm', { body: { passkey } }));

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
export const changePassword = (current: string | undefined, fresh: string) =>
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
