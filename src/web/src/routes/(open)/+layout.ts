import { session } from '$lib/account/session.svelte';

/** Open to all, without a server too: who is signed in keeps their navigation. */
export const load = async () => ({
	signedIn: (await session.ready().catch(() => null)) !== null,
});
