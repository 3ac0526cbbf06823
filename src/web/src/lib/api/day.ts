import { path, request } from './request';
import type {
	CheckInAnswer,
	RoutineDetails,
	RoutineSummary,
	RunStarted,
	TimeOff,
	TimeOffAdded,
	TodayAnswer,
	Variant,
} from './types';

export const fetchRoutines = () => request<RoutineSummary[]>('GET', path`/api/routines`);

export const fetchRoutine = (id: string) =>
	request<RoutineDetails>('GET', path`/api/routines/${id}`);

export const fetchToday = () => request<TodayAnswer>('GET', path`/api/today`);

export const startRun = (routineId: string, variant: Variant) =>
	request<RunStarted>('POST', path`/api/runs`, { routineId, variant });

/** Reports a missed day as done while its grace lasts. */
export const reportDay = (commandId: string, date: string) =>
	request<CheckInAnswer>('POST', path`/api/check-ins`, { commandId, reportFor: date });

export const undoCheckIn = (date: string) => request('DELETE', path`/api/check-ins/${date}`);

/** The person's days off, each row without a gap. */
export const fetchTimeOff = () => request<TimeOff[]>('GET', path`/api/time-off`);

export const takeTimeOff = (from: string, to: string) =>
	request<TimeOffAdded>('POST', path`/api/time-off`, { from, to });

export const cancelTimeOff = (id: string) => request('DELETE', path`/api/time-off/${id}`);
