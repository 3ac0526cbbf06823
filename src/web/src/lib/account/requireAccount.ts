import { redirect } from '@sveltejs/kit';
import { signInPath } from './next';
import { session } from './session.svelte';

/** Lets only signed-in people through; others sign in first and come back. */
export async function requireAccount(url: URL): Promise<void> {
	if ((await session.ready()) === null) {
		redirect(307, signInPath(url));
	}
}
