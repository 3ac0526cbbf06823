import { answerOf, api } from './client';
import type { ChallengeRole, MemberActivity, TeamColour } from './types';

const of = (id: string) => ({ params: { path: { id } } });

/** Which members to list; `team` is empty for those without one. */
export interface MemberFilter {
	q?: string;
	role?: ChallengeRole;
	team?: string;
	activity?: MemberActivity;
}

/** A page of the members by name, after the member named. */
export const fetchMembers = (id: string, filter: MemberFilter, after?: string) =>
	answerOf(
		api.GET('/api/challenges/{id}/members', {
			params: { path: { id }, query: { ...filter, ...(after ? { after } : {}) } },
		}),
	);

/** Sets a member's role, and their team if one is named. */
export const changeMember = (id: string, user: string, role: ChallengeRole, team?: string) =>
	answerOf(
		api.PUT('/api/challenges/{id}/members/{user}', {
			params: { path: { id, user } },
			body: { role, team },
		}),
	);

export const removeMember = (id: string, user: string) =>
	answerOf(api.DELETE('/api/challenges/{id}/members/{user}', { params: { path: { id, user } } }));

export const changeTeam = (
	id: string,
	team: string,
	body: { name?: string; colour?: TeamColour },
) =>
	answerOf(api.PUT('/api/challenges/{id}/teams/{team}', { params: { path: { id, team } }, body }));

export const removeTeam = (id: string, team: string) =>
	answerOf(api.DELETE('/api/challenges/{id}/teams/{team}', { params: { path: { id, team } } }));

/** Puts everybody without a team into one, by chance. */
export const assignTeams = (id: string) =>
	answerOf(api.POST('/api/challenges/{id}/teams/assign', { ...of(id), body: {} }));

/** A page of the invited addresses, after the invitation named. */
export const fetchInvited = (id: string, after?: string) =>
	answerOf(
		api.GET('/api/challenges/{id}/invited', {
			params: { path: { id }, query: after ? { after } : {} },
		}),
	);

export const removeInvited = (id: string, invitation: string) =>
	answerOf(
		api.DELETE('/api/challenges/{id}/invited/{invitation}', {
			params: { path: { id, invitation } },
		}),
	);

/** The challenges to which one's own address is invited. */
export const fetchOffers = () => answerOf(api.GET('/api/invitations'));

/** The bytes of a file are sent as they are: the server finds out their encoding. */
const sent = (content: Blob, type: string) => ({
	body: content as unknown as string,
	bodySerializer: () => content,
	headers: { 'Content-Type': type },
});

/** Invites the people of a CSV file, or with `preview` only tells its mistakes. */
export const importPeople = (id: string, content: Blob, preview: boolean) =>
	answerOf(
		api.POST('/api/challenges/{id}/members/import', {
			params: { path: { id }, query: { preview } },
			...sent(content, 'text/csv'),
		}),
	);

/** The days and the mistakes of a file of holidays. */
export const previewHolidays = (id: string, content: Blob) =>
	answerOf(
		api.POST('/api/challenges/{id}/holidays/import', {
			params: { path: { id }, query: { preview: true } },
			...sent(content, 'text/calendar'),
		}),
	);
