import { session } from '$lib/account/session.svelte';

/** Open to everybody, also offline; signed-in people get the app's navigation. */
export const load = async () => ({
	signedIn: (await session.ready().catch(() => null)) !== null,
});
