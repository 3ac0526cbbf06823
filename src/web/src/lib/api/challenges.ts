import type { WallView } from '$lib/live/sessionShapes';
import { answerOf, api } from './client';
import type { BoardKind, BoardSnapshot, ChallengeChange, ChallengeRequest } from './types';

const of = (id: string) => ({ params: { path: { id } } });

export const fetchChallenges = () => answerOf(api.GET('/api/challenges'));

export const fetchChallenge = (id: string) => answerOf(api.GET('/api/challenges/{id}', of(id)));

export const createChallenge = (body: ChallengeRequest) =>
	answerOf(api.POST('/api/challenges', { body }));

/** Changes settings; what is left out stays as it is. */
export const changeChallenge = (id: string, body: ChallengeChange) =>
	answerOf(api.PUT('/api/challenges/{id}', { ...of(id), body }));

/** Deletes a challenge that has not started, with its teams and breaks. */
export const deleteChallenge = (id: string) => answerOf(api.DELETE('/api/challenges/{id}', of(id)));

/** Replaces the challenge's invitation code; the old one stops working. */
export const renewCode = (id: string) => answerOf(api.POST('/api/challenges/{id}/code', of(id)));

export const createTeam = (challengeId: string, name: string) =>
	answerOf(api.POST('/api/challenges/{id}/teams', { ...of(challengeId), body: { name } }));

export const fetchTeam = (id: string) => answerOf(api.GET('/api/teams/{id}', of(id)));

export const fetchInvitation = (code: string) =>
	answerOf(api.GET('/api/invitations/{code}', { params: { path: { code } } }));

/** Joins by code; joining again with another team changes the team. */
export const joinChallenge = (code: string, team?: string) =>
	answerOf(api.POST('/api/challenges/join', { body: { code, team } }));

export const leaveChallenge = (id: string) =>
	answerOf(api.POST('/api/challenges/{id}/leave', of(id)));

export const fetchProgress = (challenge: string) =>
	answerOf(api.GET('/api/progress', { params: { query: { challenge } } }));

/** The address of the QR code for the challenge's join page. */
export const invitationImage = (challengeId: string) =>
	`/api/challenges/${encodeURIComponent(challengeId)}/invitation.svg`;

/** A board with its first rows, by default 50, at most 200. */
export const fetchStandings = (id: string, board: BoardKind, top?: number) =>
	answerOf(
		api.GET('/api/challenges/{id}/standings/{board}', {
			params: { path: { id, board }, query: top ? { top } : {} },
		}),
	) as Promise<BoardSnapshot>;

/** Creates the secret token of a wall, a screen that shows the challenge. */
export const createWall = (challengeId: string) =>
	answerOf(api.POST('/api/challenges/{id}/walls', of(challengeId)));

/** What a wall shows. The token is secret, so it is no part of the address. */
export const fetchWall = (token: string) =>
	answerOf(
		api.GET('/api/walls/snapshot', { params: { header: { 'X-Wall-Token': token } } }),
	) as Promise<WallView>;

export const revokeWall = (id: string, token: string) =>
	answerOf(api.DELETE('/api/challenges/{id}/walls/{token}', { params: { path: { id, token } } }));
