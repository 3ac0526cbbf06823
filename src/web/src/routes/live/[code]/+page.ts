import { redirect } from '@sveltejs/kit';
import { session } from '$lib/account/session.svelte';
import { enteredCode, pageOf } from '$lib/codes/enteredCode';
import { preloadHub } from '$lib/live/hub';
import { findSession } from '$lib/sessions/findSession';

export const load = async ({ params }) => {
	const entered = enteredCode(params.code);
	if (entered?.kind === 'invitation') redirect(307, pageOf(entered));

	const code = entered?.value ?? params.code;
	// What the room needs next is fetched while the account is.
	preloadHub();
	const asked = findSession(code);
	// The page tells why it failed.
	asked.catch(() => undefined);
	return {
		code,
		asked,
		accountName: (await session.ready())?.displayName ?? null,
	};
};
