import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { ApiProblem } from '$lib/api/problem';
import { speak } from '$lib/messages/language';

/** The first page has the line for itself until it is shown, and this long more, in milliseconds. */
const REST = 3000;

const behind = () => import('$lib/offline/behind');
const later = () => setTimeout(() => (document.querySelector('h1') ? behind() : later()), REST);

/** Nothing is shown before its language is known. */
export const init: ClientInit = () => {
	later();
	return speak();
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
	return { message: ApiProblem.from(error).message };
};
