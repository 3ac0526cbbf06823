import { path, request } from './request';
import type { SafetyAnswer, SafetyChange } from './types';

export const fetchSafety = () => request<SafetyAnswer>('GET', path`/api/safety`);

/** Answers the question, or notes that the notice was seen; what is left out stays as it is. */
export const changeSafety = (change: SafetyChange) => request('PUT', path`/api/safety`, change);

export const deleteSafety = () => request('DELETE', path`/api/safety`);
