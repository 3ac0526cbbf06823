import { answerOf, api } from './client';
import type { Variant } from './types';

export const fetchRoutines = () => answerOf(api.GET('/api/routines'));

export const fetchRoutine = (id: string) =>
	answerOf(api.GET('/api/routines/{id}', { params: { path: { id } } }));

export const fetchToday = () => answerOf(api.GET('/api/today'));

export const startRun = (routineId: string, variant: Variant) =>
	answerOf(api.POST('/api/runs', { body: { routineId, variant } }));

/** Starts a run of the steps that the person missed in a live break (rule 25). */
export const startCatchUp = (sessionId: string) =>
	answerOf(api.POST('/api/runs', { body: { catchUp: sessionId } }));

/** Reports a missed day as done while its grace lasts. */
export const reportDay = (commandId: string, date: string) =>
	answerOf(api.POST('/api/check-ins', { body: { commandId, reportFor: date } }));

export const undoCheckIn = (date: string) =>
	answerOf(api.DELETE('/api/check-ins/{date}', { params: { path: { date } } }));

/** The person's days off, each row without a gap. */
export const fetchTimeOff = () => answerOf(api.GET('/api/time-off'));

export const takeTimeOff = (from: string, to: string) =>
	answerOf(api.POST('/api/time-off', { body: { from, to } }));

export const cancelTimeOff = (id: string) =>
	answerOf(api.DELETE('/api/time-off/{id}', { params: { path: { id } } }));
