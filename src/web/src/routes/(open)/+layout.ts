import { session } from '$lib/account/session.svelte';

/** Open to all: who is signed in keeps their navigation. */
export const load = async () => ({ signedIn: (await session.ready()) !== null });
