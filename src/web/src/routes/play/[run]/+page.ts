import { requireAccount } from '$lib/account/requireAccount';
import { loadRun } from '$lib/player/savedRun';

export const load = async ({ params, url }) => {
	await requireAccount(url);
	return { run: loadRun(params.run) };
};
