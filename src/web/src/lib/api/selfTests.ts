import { answerOf, api } from './client';
import type { SelfTestRequest } from './types';

/** The person's own results; with a challenge also its suggested dates. */
export const fetchSelfTests = (challenge?: string) =>
	answerOf(api.GET('/api/self-tests', { params: { query: { challenge } } }));

export const addSelfTest = (body: SelfTestRequest) =>
	answerOf(api.POST('/api/self-tests', { body }));

export const deleteSelfTest = (id: string) =>
	answerOf(api.DELETE('/api/self-tests/{id}', { params: { path: { id } } }));

export const deleteAllSelfTests = () => answerOf(api.DELETE('/api/self-tests'));
