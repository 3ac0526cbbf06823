import { requireAccount } from '$lib/account/requireAccount';

export const load = ({ url }) => requireAccount(url);
