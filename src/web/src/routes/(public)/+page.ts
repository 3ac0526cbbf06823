import { redirect } from '@sveltejs/kit';
import { fetchSite } from '$lib/api/account';
import { session } from '$lib/account/session.svelte';

/** Whoever is signed in starts with their day. */
export const load = async () => {
	const [account, site] = await Promise.all([session.ready(), fetchSite()]);
	if (account) redirect(307, account.roles.includes('guest') ? '/boards' : '/today');
	return { site };
};
