import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { ApiProblem } from '$lib/api/problem';
import { withoutPastWorker } from '$lib/api/signInProxy.svelte';
import { detectLanguage } from '$lib/language/language';

/** Background work starts this many milliseconds after the first page is shown, so that it does not compete with it. */
const DELAY_MS = 3000;

const loadBackground = () => import('$lib/offline/background');
const loadBackgroundWhenShown = () =>
	setTimeout(
		() => (document.querySelector('h1') ? loadBackground() : loadBackgroundWhenShown()),
		DELAY_MS,
	);

const report = (error: unknown, route?: string | null) =>
	import('$lib/shell/errorReport').then(
		(module) => module.report(error, route),
		() => undefined,
	);

/** Sets the language before any message is shown. */
export const init: ClientInit = () => {
	loadBackgroundWhenShown();
	detectLanguage();
	addEventListener('error', ({ error, message }) => void report(error ?? message));
	addEventListener('unhandledrejection', ({ reason }) => void report(reason));
	// Before Kit reads the address.
	history.replaceState(history.state, '', withoutPastWorker(location.href));
};

/** The message of the error page: the API's problem, translated, or a general one. */
export const handleError: HandleClientError = async ({ error, event, status }) => {
	// An unknown address is not an error of the client.
	if (status !== 404 && !(error instanceof ApiProblem)) {
		console.error(error);
		void report(error, event.route.id);
		await loadBackground().then(
			({ recover }) => recover(error, event.url.href),
			() => undefined,
		);
	}
	return { message: ApiProblem.from(error).message };
};
