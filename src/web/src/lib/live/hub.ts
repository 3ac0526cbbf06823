import { loadProblemMessages } from '$lib/messages/problems';
import { getLocale } from '$lib/paraglide/runtime';
import type { Hub } from './socketHub';

export type { Hub } from './socketHub';

/** The hub of this site. */
export async function createHub(): Promise<Hub> {
	const { SocketHub } = await import('./socketHub');
	// A WebSocket cannot send an Accept-Language header of ours.
	const url = new URL(`/live?language=${getLocale()}`, location.href);
	return new SocketHub(url.href.replace(/^http/, 'ws'), undefined, loadProblemMessages);
}
