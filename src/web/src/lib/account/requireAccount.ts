import { redirect } from '@sveltejs/kit';
import { signInPath } from './next';
import { session } from './session.svelte';

/** Redirects to the sign-in page, which returns to `url`, unless somebody is signed in. */
export async function requireAccount(url: URL): Promise<void> {
	if ((await session.ready()) === null) {
		redirect(307, signInPath(url));
	}
}
