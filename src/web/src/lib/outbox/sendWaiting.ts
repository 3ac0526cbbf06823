import { rememberedPerson } from '$lib/account/person';
import { refreshOnReturn } from '$lib/api/refreshOnReturn';
import { backoff } from '$lib/live/backoff';
import { outbox } from './outbox.svelte';

/** Sends what a person has waiting, with retries until there is nothing; returns a function that stops it. */
export function sendWaiting(userId: string): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let attempt = 0;
	let isStopped = false;

	const flush = async () => {
		clearTimeout(timer);
		// Another tab may have signed in somebody else, in whose session it must not be sent.
		if (rememberedPerson()?.id !== userId) return;
		await outbox.flush(userId);
		if (!isStopped && outbox.waitingOf(userId).length > 0) {
			timer = setTimeout(flush, backoff(++attempt));
		}
	};

	const stopFollowing = outbox.follow();
	const stopRefreshing = refreshOnReturn(flush);
	void flush();

	return () => {
		isStopped = true;
		clearTimeout(timer);
		stopFollowing();
		stopRefreshing();
	};
}
