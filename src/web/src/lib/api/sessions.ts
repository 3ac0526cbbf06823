import { answerOf, api } from './client';

const of = (code: string) => ({ params: { path: { code } } });

/** The live breaks of a challenge that are planned or on, in order of their start. */
export const fetchSessions = (challengeId: string) =>
	answerOf(api.GET('/api/challenges/{id}/sessions', { params: { path: { id: challengeId } } }));

/** Moves a planned break, or gives it another routine. */
export const changeSession = (code: string, body: { startsAt?: string; routineId?: string }) =>
	answerOf(api.PUT('/api/sessions/{code}', { ...of(code), body }));

/** Calls off a break that has not begun. */
export const callOffSession = (code: string) =>
	answerOf(api.DELETE('/api/sessions/{code}', of(code)));

export const fetchSession = (code: string) => answerOf(api.GET('/api/sessions/{code}', of(code)));

/** The room as those see it who have joined, and members; guests by the secret of their seat. Makes nobody present. */
export const fetchRoom = (code: string, seat: string | null) =>
	answerOf(
		api.GET('/api/sessions/{code}/snapshot', {
			params: { path: { code }, header: { 'X-Seat': seat ?? undefined } },
		}),
	);

/** Opens a room now, or schedules one for `startsAt`. */
export const createSession = (challengeId: string, routineId: string, startsAt?: string) =>
	answerOf(api.POST('/api/sessions', { body: { challengeId, routineId, startsAt } }));

/** The steps of the seated or gentle variant, with the same total time as the room's (rule 28). */
export const fetchSessionSteps = (code: string, variant: 'seated' | 'gentle') =>
	answerOf(
		api.GET('/api/sessions/{code}/steps', { params: { path: { code }, query: { variant } } }),
	);

/** The address of the QR code for the room. */
export const sessionImage = (code: string) =>
	`/api/sessions/${encodeURIComponent(code)}/invitation.svg`;
