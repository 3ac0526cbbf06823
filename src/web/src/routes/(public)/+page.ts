import { redirect } from '@sveltejs/kit';
import { fetchSite } from '$lib/api/account';
import { session } from '$lib/account/session.svelte';

/** Signed-in people are redirected to Today, guests of the demo to the boards; others need not wait for the server. */
export const load = async () => {
	const site = fetchSite();
	// Avoids an unhandled rejection if the redirect comes first.
	site.catch(() => undefined);
	if (session.person && (await session.ready())) redirect(307, session.home);
	return { site };
};
