import { ApiProblem } from './problem';
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

/**
 * Sends a finished run. Idempotent: a repeat with the same command id changes nothing. The run is forgotten after the answer, so
 * one that does not say whether the day was credited counts as none.
 */
export async function checkIn(
	commandId: string,
	run: string,
	skipped: number[],
): Promise<CheckInAnswer> {
	const body = { commandId, run, skipped };
	const answer = await request<CheckInAnswer | null>('POST', path`/api/check-ins`, body);
	if (typeof answer?.credited !== 'boolean') throw ApiProblem.unreachable();
	return answer;
}

/** Reports a missed day as done while its grace lasts. */
export const reportDay = (commandId: string, date: string) =>
	request<CheckInAnswer>('POST', path`/api/check-ins`, { commandId, reportFor: date });

export const undoCheckIn = (date: string) => request('DELETE', path`/api/check-ins/${date}`);

/** The person's days off, each row without a gap. */
export const fetchTimeOff = () => request<TimeOff[]>('GET', path`/api/time-off`);

export const takeTimeOff = (from: string, to: string) =>
	request<TimeOffAdded>('POST', path`/api/time-off`, { from, to });

export const cancelTimeOff = (id: string) => request('DELETE', path`/api/time-off/${id}`);
