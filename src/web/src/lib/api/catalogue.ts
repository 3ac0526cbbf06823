import { path, request } from './request';
import type { Exercise, ExerciseSummary, EightWeeks } from './types';

/** The exercises that a query such as `desk=true&q=calf` finds; all of them for an empty one. */
export const fetchExercises = (query = '') =>
	request<ExerciseSummary[]>('GET', path`/api/exercises` + (query && `?${query}`));

export const fetchExercise = (id: string) => request<Exercise>('GET', path`/api/exercises/${id}`);

export const fetchProgramme = () => request<EightWeeks>('GET', path`/api/programme`);
