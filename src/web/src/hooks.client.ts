import type { HandleClientError } from '@sveltejs/kit';
import { ApiProblem } from '$lib/api/problem';

/** A page that could not load says why, in the words of the API where it has some. */
export const handleError: HandleClientError = ({ error }) => {
	if (!(error instanceof ApiProblem)) {
		console.error(error);
	}
	return { message: ApiProblem.from(error).message };
};
