import { answerOf, api } from './client';
import type { SafetyChange } from './types';

export const fetchSafety = () => answerOf(api.GET('/api/safety'));

/** Answers the question, or notes that the notice was seen; what is left out stays as it is. */
export const changeSafety = (body: SafetyChange) => answerOf(api.PUT('/api/safety', { body }));

export const deleteSafety = () => answerOf(api.DELETE('/api/safety'));
