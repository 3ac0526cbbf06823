import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { ApiProblem } from '$lib/api/problem';
import { speak, speaking, spoken } from '$lib/messages/language';

/** The first page has the line for itself until it is shown, and this long more, in milliseconds. */
const REST = 3000;

const behind = () => spoken(import('$lib/offline/behind'), 'offline');
const later = () => setTimeout(() => (document.querySelector('h1') ? behind() : later()), REST);

/** The language is known before anything is loaded. */
export const init: ClientInit = () => {
	later();
	speak();
};

/** A page that could not load says why, in the words of the API where it has some. */
export const handleError: HandleClientError = async ({ error, event, status }) => {
	// An address that leads nowhere is no fault of ours.
	if (status !== 404 && !(error instanceof ApiProblem)) {
		console.error(error);
		await behind().then(
			({ recover }) => recover(error, event.url.href),
			() => undefined,
		);
	}
	await speaking();
	return { message: ApiProblem.from(error).message };
};
