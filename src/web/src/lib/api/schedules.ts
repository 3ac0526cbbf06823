import { answerOf, api } from './client';
import type { ScheduleRequest } from './types';

const of = (id: string) => ({ params: { path: { id } } });
const one = (id: string, sid: string) => ({ params: { path: { id, sid } } });

/** The recurring breaks of a challenge, by time of day. */
export const fetchSchedules = (challengeId: string) =>
	answerOf(api.GET('/api/challenges/{id}/schedules', of(challengeId)));

/** People who can be made host, by name, whose name has what was typed; for who may plan breaks. */
export const fetchHosts = (challengeId: string, q: string) =>
	answerOf(
		api.GET('/api/challenges/{id}/schedules/hosts', {
			params: { path: { id: challengeId }, query: q ? { q } : {} },
		}),
	);

export const addSchedule = (challengeId: string, body: ScheduleRequest) =>
	answerOf(api.POST('/api/challenges/{id}/schedules', { ...of(challengeId), body }));

/** Replaces the whole of a recurring break; without hosts those stay who are. */
export const changeSchedule = (challengeId: string, id: string, body: ScheduleRequest) =>
	answerOf(api.PUT('/api/challenges/{id}/schedules/{sid}', { ...one(challengeId, id), body }));

/** Deletes a recurring break, and calls off those of its breaks that have not opened. */
export const deleteSchedule = (challengeId: string, id: string) =>
	answerOf(api.DELETE('/api/challenges/{id}/schedules/{sid}', one(challengeId, id)));
