import { redirect } from '@sveltejs/kit';
import { session } from '$lib/account/session.svelte';
import { requireAccount } from '$lib/account/requireAccount';
import { outbox } from '$lib/outbox/outbox.svelte';
import { loadRun } from '$lib/player/savedRun';

export const load = async ({ params, url }) => {
	await requireAccount(url);
	const run = loadRun(params.run, session.person?.id ?? '');
	// Finished but not sent yet: Today has a notice about it.
	if (!run && (await outbox.all()).some((finished) => finished.run === params.run)) {
		redirect(307, '/today');
	}
	return { run };
};
