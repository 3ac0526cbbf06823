import { redirect } from '@sveltejs/kit';
import { fetchSite } from '$lib/api/account';
import { session } from '$lib/account/session.svelte';

/** Signed-in people are redirected to Today, guests of the demo to the boards. */
export const load = async () => {
	const asked = fetchSite();
	// Avoids an unhandled rejection if the redirect comes first.
	asked.catch(() => undefined);
	if (await session.ready()) redirect(307, session.isGuest ? '/boards' : '/today');
	return { site: await asked };
};
