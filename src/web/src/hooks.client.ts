import type { ClientInit, HandleClientError } from '@sveltejs/kit';
import { ApiProblem } from '$lib/api/problem';
import { speak } from '$lib/messages/language';

/** Nothing is shown before its language is known. */
export const init: ClientInit = speak;

/** A page that could not load says why, in the words of the API where it has some. */
export const handleError: HandleClientError = ({ error, status }) => {
	// An address that leads nowhere is no fault of ours.
	if (status !== 404 && !(error instanceof ApiProblem)) {
		console.error(error);
	}
	return { message: ApiProblem.from(error).message };
};
