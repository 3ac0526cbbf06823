import { mayReload } from '$lib/offline/lostChunk';
import { PAST_WORKER } from '$lib/offline/requests';
import { busy } from '$lib/shell/busy.svelte';

const KEY = 'sign-in-proxy';

/** What proxies, and networks of guests, answer in the server's place until somebody has signed in there. */
export function asksForSignIn({ type, status, headers }: Response): boolean {
	if (type === 'opaqueredirect' || [401, 403, 511].includes(status)) return true;
	return status === 200 && (headers.get('Content-Type') ?? '').startsWith('text/html');
}

/** The same page, opened past the service worker: only a navigation over the network reaches the proxy's sign-in. */
export function pastWorker(href: string): string {
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- no state
	const url = new URL(href);
	url.searchParams.set(PAST_WORKER, '');
	return url.href;
}

/** The address without what {@link pastWorker} added to it. */
export function withoutPastWorker(href: string): string {
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- no state
	const url = new URL(href);
	if (!url.searchParams.has(PAST_WORKER)) return href;
	url.searchParams.delete(PAST_WORKER);
	return url.href;
}

/** A proxy in front of the server that wants a sign-in of its own. */
class SignInProxy {
	/** Whether it wants one now. */
	asks = $state(false);

	/** Whether something was typed on the page shown, which a navigation would lose. */
	#hasInput = false;

	constructor() {
		globalThis.addEventListener?.('input', () => (this.#hasInput = true));
	}

	/** Another page is shown. */
	pageLeft(): void {
		this.#hasInput = false;
	}

	/** Somebody else than the server answered: opens the page anew, once, unless that could interrupt or lose something. */
	meet({ method }: Request, response: Response): void {
		if (!asksForSignIn(response)) return;
		this.asks = true;
		const mayLeave = method === 'GET' && !this.#hasInput && !busy.now;
		if (mayLeave && document.visibilityState === 'visible') this.#goOnce();
	}

	#goOnce(): void {
		const { href } = location;
		try {
			if (!mayReload(sessionStorage.getItem(KEY), href, Date.now())) return;
			sessionStorage.setItem(KEY, `${Date.now()} ${href}`);
		} catch {
			// Without a memory it would go round in circles; the notice has a link.
			return;
		}
		location.replace(pastWorker(href));
	}
}

export const signInProxy = new SignInProxy();
