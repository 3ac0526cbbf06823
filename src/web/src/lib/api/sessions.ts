import { path, request } from './request';
import type { RunStarted } from './types';
import type { SessionPhase, SessionStep } from '$lib/live/sessionShapes';

/** A live break as anybody sees it who has its code. */
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
}

export const fetchSession = (code: string) =>
	request<SessionView>('GET', path`/api/sessions/${code}`);

/** Opens a room now, or plans one for an instant. */
export const createSession = (challengeId: string, routineId: string, startsAt?: string) =>
	request<{ id: string; code: string }>('POST', path`/api/sessions`, {
		challengeId,
		routineId,
		startsAt: startsAt ?? null,
	});

/** The steps of who does it seated or gently, over the room's whole time (rule 28). */
export const fetchSessionSteps = (code: string, variant: 'seated' | 'gentle') =>
	request<SessionStep[]>('GET', `${path`/api/sessions/${code}/steps`}?variant=${variant}`);

/** Starts a run of the steps that one missed in a live break (rule 25). */
export const startCatchUp = (sessionId: string) =>
	request<RunStarted>('POST', path`/api/runs`, { catchUp: sessionId });

/** The QR code that leads to the room. */
export const sessionImage = (code: string) => path`/api/sessions/${code}/invitation.svg`;
