import type { SelfTestRequest } from '$lib/api/types';

/** The bounds of what can be entered; the server has the same. */
export const bounds = {
	degrees: { min: 0, max: 120 },
	/** Centimetres beyond the toes, and short of them. */
	beyond: { min: 0, max: 40 },
	short: { min: 0, max: 50 },
	feeling: { min: 0, max: 10 },
	/** How many days back a result may have been taken. */
	daysBack: 90,
} as const;

export type Direction = 'beyond' | 'short';

/** The input of the self-test form; null for empty fields. */
export interface Draft {
	takenOn: string;
	left: number | null;
	right: number | null;
	reach: number | null;
	direction: Direction;
	feeling: number | null;
}

export const emptyDraft = (today: string): Draft => ({
	takenOn: today,
	left: null,
	right: null,
	reach: null,
	direction: 'beyond',
	feeling: null,
});

/** The request for a draft; undefined if it has no value. */
export function requestOf(draft: Draft): SelfTestRequest | undefined {
	const { takenOn, left, right, reach, direction, feeling } = draft;
	if (left === null && right === null && reach === null && feeling === null) return undefined;
	const request: SelfTestRequest = { takenOn };
	if (left !== null || right !== null) request.straightLegRaise = { left, right };
	if (reach !== null) request.sitAndReach = direction === 'short' ? 0 - reach : reach;
	if (feeling !== null) request.backFeeling = feeling;
	return request;
}
