import { redirect } from '@sveltejs/kit';
import { fetchSite } from '$lib/api/account';
import { session } from '$lib/account/session.svelte';

/** Whoever is signed in starts with their day. */
export const load = async () => {
	const asked = fetchSite();
	// Who is signed in goes on without it.
	asked.catch(() => undefined);
	if (await session.ready()) redirect(307, session.isGuest ? '/boards' : '/today');
	return { site: await asked };
};
