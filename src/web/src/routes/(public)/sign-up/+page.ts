import { fetchSite } from '$lib/api/account';

export const load = async () => ({ site: await fetchSite() });
