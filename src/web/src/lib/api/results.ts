import { answerOf, api } from './client';
import type { CorrectionRequest, SeasonRequest } from './types';

const of = (id: string) => ({ params: { path: { id } } });

/** Somebody who ever joined a challenge, as it is exported. */
export type ExportedPerson = {
	id: string;
	name: string;
	email: string | null;
	team: string | null;
	joined: string;
	left: string | null;
};

/** Sets whether a day of somebody counts as done in this challenge. */
export const correctDay = (id: string, body: CorrectionRequest) =>
	answerOf(api.POST('/api/challenges/{id}/corrections', { ...of(id), body }));

/** The corrections that hold, the latest first. */
export const fetchCorrections = (id: string) =>
	answerOf(api.GET('/api/challenges/{id}/corrections', of(id)));

/** Takes a correction back: the day is again as the person left it. */
export const withdrawCorrection = (id: string, user: string, date: string) =>
	answerOf(
		api.DELETE('/api/challenges/{id}/corrections/{user}/{date}', {
			params: { path: { id, user, date } },
		}),
	);

/** What was done in the challenge, newest first; older entries after one of them. */
export const fetchAudit = (id: string, after?: string) =>
	answerOf(
		api.GET('/api/challenges/{id}/audit', {
			params: { path: { id }, query: after ? { after } : {} },
		}),
	);

export const fetchParticipation = (id: string) =>
	answerOf(api.GET('/api/challenges/{id}/participation', of(id)));

/** Everybody who ever joined. */
export const fetchEverybody = async (id: string): Promise<ExportedPerson[]> =>
	(
		(await answerOf(api.GET('/api/challenges/{id}/export.json', of(id)))) as unknown as {
			people: ExportedPerson[];
		}
	).people;

/** The address of a file with the figures of the boards. */
export const exportAddress = (id: string, file: 'json' | 'csv', of?: 'people' | 'teams') =>
	`/api/challenges/${encodeURIComponent(id)}/export.${file}${of ? `?of=${of}` : ''}`;

/** Cancels the challenge for good. */
export const cancelChallenge = (id: string) =>
	answerOf(api.POST('/api/challenges/{id}/cancel', of(id)));

/** Makes the next season: a new challenge with the same settings and teams. */
export const copyChallenge = (id: string, body: SeasonRequest) =>
	answerOf(api.POST('/api/challenges/{id}/copy', { ...of(id), body }));

/** The next seasons that the caller may join. */
export const fetchSeasons = () => answerOf(api.GET('/api/challenges/seasons'));
