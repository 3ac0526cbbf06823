import { path, request } from './request';
import type { RunStarted } from './types';
import type { SessionPhase, SessionSnapshot, SessionStep } from '$lib/live/sessionShapes';

/** A live break as shown to anybody who has its code. */
export interface SessionView {
	id: string;
	code: string;
	challengeId: string;
	routineId: string;
	phase: SessionPhase;
	opensAt: string;
	startsAt: string | null;
	host: string | null;
	participants: number;
	/** The server's clock when it answered, in milliseconds. */
	serverMs: number;
}

/** A live break of a challenge that is planned or on. */
export interface ListedSession {
	id: string;
	code: string;
	routineId: string;
	phase: SessionPhase;
	opensAt: string;
	/** Null if the host starts it. */
	startsAt: string | null;
	host: string | null;
	mayChange: boolean;
}

/** The live breaks of a challenge that are planned or on, in order of their start. */
export const fetchSessions = (challengeId: string) =>
	request<ListedSession[]>('GET', path`/api/challenges/${challengeId}/sessions`);

/** Moves a planned break, or gives it another routine. */
export const changeSession = (code: string, change: { startsAt?: string; routineId?: string }) =>
	request('PUT', path`/api/sessions/${code}`, change);

/** Calls off a break that has not begun. */
export const callOffSession = (code: string) => request('DELETE', path`/api/sessions/${code}`);

export const fetchSession = (code: string) =>
	request<SessionView>('GET', path`/api/sessions/${code}`);

/** The room as those see it who have joined, and members; guests by the secret of their seat. Makes nobody present. */
export const fetchRoom = (code: string, seat: string | null) =>
	request<SessionSnapshot>(
		'GET',
		path`/api/sessions/${code}/snapshot`,
		undefined,
		seat === null ? {} : { 'X-Seat': seat },
	);

/** Opens a room now, or schedules one for `startsAt`. */
export const createSession = (challengeId: string, routineId: string, startsAt?: string) =>
	request<{ id: string; code: string }>('POST', path`/api/sessions`, {
		challengeId,
		routineId,
		startsAt: startsAt ?? null,
	});

/** The steps of the seated or gentle variant, with the same total time as the room's (rule 28). */
export const fetchSessionSteps = (code: string, variant: 'seated' | 'gentle') =>
	request<SessionStep[]>('GET', `${path`/api/sessions/${code}/steps`}?variant=${variant}`);

/** Starts a run of the steps that the person missed in a live break (rule 25). */
export const startCatchUp = (sessionId: string) =>
	request<RunStarted>('POST', path`/api/runs`, { catchUp: sessionId });

/** The address of the QR code for the room. */
export const sessionImage = (code: string) => path`/api/sessions/${code}/invitation.svg`;
