import { redirect } from '@sveltejs/kit';
import { requireAccount } from '$lib/account/requireAccount';
import { finishedRuns } from '$lib/player/finishedRun';
import { loadRun } from '$lib/player/savedRun';

export const load = async ({ params, url }) => {
	await requireAccount(url);
	const run = loadRun(params.run);
	// Finished, and not sent yet: Today tells so.
	if (!run && finishedRuns().some((finished) => finished.run === params.run)) {
		redirect(307, '/today');
	}
	return { run };
};
