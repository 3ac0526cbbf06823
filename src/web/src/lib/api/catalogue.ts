import { answerOf, api } from './client';

/** The exercises that a query such as `desk=true&q=calf` finds; all of them for an empty one. */
export const fetchExercises = (query = '') =>
	answerOf(
		api.GET('/api/exercises', {
			params: { query: Object.fromEntries(new URLSearchParams(query)) },
		}),
	);

export const fetchExercise = (id: string) =>
	answerOf(api.GET('/api/exercises/{id}', { params: { path: { id } } }));

export const fetchProgramme = () => answerOf(api.GET('/api/programme'));
