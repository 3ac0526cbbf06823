import { fetchSite } from '$lib/api/account';
import { fetchInvitation } from '$lib/api/challenges';
import { ApiProblem } from '$lib/api/problem';
import { session } from '$lib/account/session.svelte';

export const load = async ({ params }) => {
	const [site, invitation] = await Promise.all([
		fetchSite(),
		fetchInvitation(params.code).catch(ApiProblem.from),
		session.ready(),
	]);
	return { code: params.code, site, invitation };
};
