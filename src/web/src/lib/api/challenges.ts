import { path, request } from './request';
import type {
	BoardName,
	Challenge,
	Invitation,
	NewChallenge,
	Progress,
	StandingsSnapshot,
} from './types';

export const fetchChallenges = () => request<Challenge[]>('GET', path`/api/challenges`);

export const fetchChallenge = (id: string) =>
	request<Challenge>('GET', path`/api/challenges/${id}`);

export const createChallenge = (challenge: NewChallenge) =>
	request<{ id: string; code: string }>('POST', path`/api/challenges`, challenge);

export const createTeam = (challengeId: string, name: string) =>
	request<{ id: string }>('POST', path`/api/challenges/${challengeId}/teams`, { name });

export const fetchInvitation = (code: string) =>
	request<Invitation>('GET', path`/api/invitations/${code}`);

/** Joins by code; joining again with another team is a change of team. */
export const joinChallenge = (code: string, team?: string) =>
	request('POST', path`/api/challenges/join`, team === undefined ? { code } : { code, team });

export const leaveChallenge = (id: string) => request('POST', path`/api/challenges/${id}/leave`);

export const fetchProgress = (challengeId: string) =>
	request<Progress>('GET', `${path`/api/progress`}?challenge=${encodeURIComponent(challengeId)}`);

/** The QR code that leads to the challenge's join page. */
export const invitationImage = (challengeId: string) =>
	path`/api/challenges/${challengeId}/invitation.svg`;

export const fetchStandings = (challengeId: string, board: BoardName) =>
	request<StandingsSnapshot>('GET', path`/api/challenges/${challengeId}/standings/${board}`);
