import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { ApiProblem } from '$lib/api/problem';
import { detectLanguage, routeMessagesLoaded, withMessages } from '$lib/messages/language';

/** The first page has the line for itself until it is shown, and this long more, in milliseconds. */
const DELAY_MS = 3000;

const loadBackground = () => withMessages(import('$lib/offline/background'), 'offline');
const loadBackgroundWhenShown = () =>
	setTimeout(
		() => (document.querySelector('h1') ? loadBackground() : loadBackgroundWhenShown()),
		DELAY_MS,
	);

/** The language is known before anything is loaded. */
export const init: ClientInit = () => {
	loadBackgroundWhenShown();
	detectLanguage();
};

/** A page that could not load says why, in the words of the API where it has some. */
export const handleError: HandleClientError = async ({ error, event, status }) => {
	// An address that leads nowhere is no fault of ours.
	if (status !== 404 && !(error instanceof ApiProblem)) {
		console.error(error);
		await loadBackground().then(
			({ recover }) => recover(error, event.url.href),
			() => undefined,
		);
	}
	await routeMessagesLoaded();
	return { message: ApiProblem.from(error).message };
};
