import { redirect } from '@sveltejs/kit';
import { fetchSite } from '$lib/api/account';
import { fetchInvitation } from '$lib/api/challenges';
import { ApiProblem } from '$lib/api/problem';
import { session } from '$lib/account/session.svelte';
import { enteredCode, pageOf } from '$lib/codes/enteredCode';

export const load = async ({ params }) => {
	const entered = enteredCode(params.code);
	if (entered?.kind === 'session') redirect(307, pageOf(entered));

	const code = entered?.value ?? params.code;
	const [site, invitation] = await Promise.all([
		fetchSite(),
		fetchInvitation(code).catch(ApiProblem.from),
		session.ready(),
	]);
	return { code, site, invitation };
};
