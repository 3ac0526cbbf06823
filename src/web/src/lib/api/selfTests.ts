import { path, request } from './request';
import type { SelfTestHistory, SelfTestRequest, SelfTestResult } from './types';

/** The person's own results; with a challenge also its suggested dates. */
export const fetchSelfTests = (challengeId?: string) =>
	request<SelfTestHistory>(
		'GET',
		path`/api/self-tests` + (challengeId ? `?challenge=${encodeURIComponent(challengeId)}` : ''),
	);

export const addSelfTest = (result: SelfTestRequest) =>
	request<SelfTestResult>('POST', path`/api/self-tests`, result);

export const deleteSelfTest = (id: string) => request('DELETE', path`/api/self-tests/${id}`);

export const deleteAllSelfTests = () => request('DELETE', path`/api/self-tests`);
