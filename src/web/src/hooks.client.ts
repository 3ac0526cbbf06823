import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { ApiProblem } from '$lib/api/problem';
import { detectLanguage } from '$lib/language/language';
import { addMissing } from '$lib/shell/olderBrowsers';

// Before the first page, which may call them.
addMissing(Array.prototype);

/** Background work starts this many milliseconds after the first page is shown, so that it does not compete with it. */
const DELAY_MS = 3000;

const loadBackground = () => import('$lib/offline/background');
const loadBackgroundWhenShown = () =>
	setTimeout(
		() => (document.querySelector('h1') ? loadBackground() : loadBackgroundWhenShown()),
		DELAY_MS,
	);

/** Sets the language before any message is shown. */
export const init: ClientInit = () => {
	loadBackgroundWhenShown();
	detectLanguage();
};

/** The message of the error page: the API's problem, translated, or a general one. */
export const handleError: HandleClientError = async ({ error, event, status }) => {
	// An unknown address is not an error of the client.
	if (status !== 404 && !(error instanceof ApiProblem)) {
		console.error(error);
		await loadBackground().then(
			({ recover }) => recover(error, event.url.href),
			() => undefined,
		);
	}
	return { message: ApiProblem.from(error).message };
};
