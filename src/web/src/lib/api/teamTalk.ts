import { answerOf, api } from './client';
import type { NudgeKind, ReactionKind } from './types';

const of = (id: string) => ({ params: { path: { id } } });

/** To whom of the team one has sent a nudge today. */
export const fetchSentNudges = (teamId: string) =>
	answerOf(api.GET('/api/teams/{id}/nudges', of(teamId)));

/** The answer is the same whether or not it is shown to anybody. */
export const sendNudge = (teamId: string, userId: string, kind: NudgeKind) =>
	answerOf(api.POST('/api/teams/{id}/nudges', { ...of(teamId), body: { userId, kind } }));

/** Whether one wants nudges; null while nobody has asked. */
export const fetchNudgeChoice = () => answerOf(api.GET('/api/account/nudges'));

export const chooseNudges = (accepts: boolean) =>
	answerOf(api.PUT('/api/account/nudges', { body: { accepts } }));

/** What named members of one's own team have reached today and yesterday. */
export const fetchMoments = (teamId: string) =>
	answerOf(api.GET('/api/teams/{id}/moments', of(teamId)));

/** Reacts to a moment; another kind replaces the one before. */
export const reactToMoment = (teamId: string, moment: string, kind: ReactionKind) =>
	answerOf(
		api.POST('/api/teams/{id}/moments/{moment}/reactions', {
			params: { path: { id: teamId, moment } },
			body: { kind },
		}),
	);
