import { path, request } from './request';
import type { CheckInResult, Run, Today, Variant } from './types';

export const fetchToday = () => request<Today>('GET', path`/api/today`);

export const startRun = (routineId: string, variant: Variant) =>
	request<Run>('POST', path`/api/runs`, { routineId, variant });

/** Hands in a finished run. Sending it again with the same command id changes nothing. */
export const checkIn = (commandId: string, run: string, skipped: number[]) =>
	request<CheckInResult>('POST', path`/api/check-ins`, { commandId, run, skipped });

/** Reports a missed day as done while its grace lasts. */
export const reportDay = (commandId: string, date: string) =>
	request<CheckInResult>('POST', path`/api/check-ins`, { commandId, reportFor: date });

export const undoCheckIn = (date: string) => request('DELETE', path`/api/check-ins/${date}`);

export const takeTimeOff = (from: string, to: string) =>
	request<{ id: string }>('POST', path`/api/time-off`, { from, to });

export const cancelTimeOff = (id: string) => request('DELETE', path`/api/time-off/${id}`);
