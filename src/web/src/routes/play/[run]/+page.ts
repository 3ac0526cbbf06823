import { redirect } from '@sveltejs/kit';
import { session } from '$lib/account/session.svelte';
import { requireAccount } from '$lib/account/requireAccount';
import { finishedRuns } from '$lib/player/finishedRun';
import { loadRun } from '$lib/player/savedRun';

export const load = async ({ params, url }) => {
	await requireAccount(url);
	const run = loadRun(params.run, session.person?.id ?? '');
	// Finished but not sent yet: Today has a notice about it.
	if (!run && finishedRuns().some((finished) => finished.run === params.run)) {
		redirect(307, '/today');
	}
	return { run };
};
