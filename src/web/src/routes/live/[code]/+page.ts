import { redirect } from '@sveltejs/kit';
import { session } from '$lib/account/session.svelte';
import { enteredCode, pageOf } from '$lib/codes/enteredCode';

export const load = async ({ params }) => {
	const entered = enteredCode(params.code);
	if (entered?.kind === 'invitation') redirect(307, pageOf(entered));

	return {
		code: entered?.value ?? params.code,
		accountName: (await session.ready())?.displayName ?? null,
	};
};
