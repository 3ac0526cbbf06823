import { path, request } from './request';
import type { AccountView, AccountChange, RegisterRequest, SiteView } from './types';

export const fetchSite = () => request<SiteView>('GET', path`/api/site`);

export const fetchAccount = () => request<AccountView>('GET', path`/api/account`);

export const changeAccount = (change: AccountChange) => request('PUT', path`/api/account`, change);

export const register = (registration: RegisterRequest) =>
	request('POST', path`/api/account/register`, registration);

export const login = (email: string, password: string) =>
	request('POST', path`/api/account/login`, { email, password });

export const logout = () => request('POST', path`/api/account/logout`);

/** Signs in as a guest of the demo challenge. */
export const enterDemo = () => request('POST', path`/api/demo/enter`);

/** Creates a new secret calendar address; the previous one stops working. */
export const createCalendar = () => request<{ url: string }>('POST', path`/api/account/calendar`);

export const revokeCalendar = () => request('DELETE', path`/api/account/calendar`);
