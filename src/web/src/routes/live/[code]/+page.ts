import { session } from '$lib/account/session.svelte';

export const load = async ({ params }) => ({
	code: params.code.replaceAll(/[\s-]/g, '').toUpperCase(),
	accountName: (await session.ready())?.displayName ?? null,
});
