import type { WallView } from '$lib/live/sessionShapes';
import { path, request } from './request';
import type {
	BoardKind,
	BoardSnapshot,
	ChallengeChange,
	ChallengeCreated,
	ChallengeRequest,
	ChallengeView,
	Invitation,
	Progress,
	TeamCreated,
} from './types';

export const fetchChallenges = () => request<ChallengeView[]>('GET', path`/api/challenges`);

export const fetchChallenge = (id: string) =>
	request<ChallengeView>('GET', path`/api/challenges/${id}`);

export const createChallenge = (challenge: ChallengeRequest) =>
	request<ChallengeCreated>('POST', path`/api/challenges`, challenge);

/** Changes settings; what is left out stays as it is. */
export const changeChallenge = (id: string, change: ChallengeChange) =>
	request<ChallengeView>('PUT', path`/api/challenges/${id}`, change);

/** Deletes a challenge that has not started, with its teams and breaks. */
export const deleteChallenge = (id: string) => request('DELETE', path`/api/challenges/${id}`);

/** Replaces the challenge's invitation code; the old one stops working. */
export const renewCode = (id: string) =>
	request<ChallengeView>('POST', path`/api/challenges/${id}/code`);

export const createTeam = (challengeId: string, name: string) =>
	request<TeamCreated>('POST', path`/api/challenges/${challengeId}/teams`, { name });

export const fetchInvitation = (code: string) =>
	request<Invitation>('GET', path`/api/invitations/${code}`);

/** Joins by code; joining again with another team changes the team. */
export const joinChallenge = (code: string, team?: string) =>
	request('POST', path`/api/challenges/join`, team === undefined ? { code } : { code, team });

export const leaveChallenge = (id: string) => request('POST', path`/api/challenges/${id}/leave`);

export const fetchProgress = (challengeId: string) =>
	request<Progress>('GET', `${path`/api/progress`}?challenge=${encodeURIComponent(challengeId)}`);

/** The address of the QR code for the challenge's join page. */
export const invitationImage = (challengeId: string) =>
	path`/api/challenges/${challengeId}/invitation.svg`;

export const fetchStandings = (challengeId: string, board: BoardKind) =>
	request<BoardSnapshot>('GET', path`/api/challenges/${challengeId}/standings/${board}`);

/** Creates the secret token of a wall, a screen that shows the challenge. */
export const createWall = (challengeId: string) =>
	request<{ token: string }>('POST', path`/api/challenges/${challengeId}/walls`);

/** What a wall shows. The token is secret, so it is no part of the address. */
export const fetchWall = (token: string) =>
	request<WallView>('GET', '/api/walls/snapshot', undefined, { 'X-Wall-Token': token });

export const revokeWall = (challengeId: string, token: string) =>
	request('DELETE', path`/api/challenges/${challengeId}/walls/${token}`);
