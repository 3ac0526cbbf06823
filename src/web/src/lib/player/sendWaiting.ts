import { rememberedPerson } from '$lib/account/person';
import { refreshOnReturn } from '$lib/api/refreshOnReturn';
import { backoff } from '$lib/live/backoff';
import { pendingCheckIns } from './pendingCheckIns.svelte';

/** Sends a person's pending runs, with retries until there are none; returns a function that stops it. */
export function sendWaiting(userId: string): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let attempt = 0;

	const flush = async () => {
		clearTimeout(timer);
		// Another tab may have signed in somebody else, in whose session it must not be sent.
		if (rememberedPerson()?.id !== userId) return;
		await pendingCheckIns.flush(userId);
		if (pendingCheckIns.of(userId).length > 0) {
			timer = setTimeout(flush, backoff(++attempt));
		}
	};

	const stopRefreshing = refreshOnReturn(flush);
	void flush();

	return () => {
		clearTimeout(timer);
		stopRefreshing();
	};
}
