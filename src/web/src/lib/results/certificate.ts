import type { Progress } from '$lib/api/types';

/** How many days of the eight weeks somebody did, off-days included; the due ones once single days are no longer stored. */
export const doneDays = ({ weeks, ring }: Pick<Progress, 'weeks' | 'ring'>): number =>
	weeks.length === 0
		? ring.done
		: weeks.flatMap(({ days }) => days).filter(({ state }) => state === 'done').length;

/** Whether the typed name is that of the challenge, but for spaces around it and case. */
export const isName = (typed: string, name: string): boolean =>
	typed.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();

/** Whether a challenge is over, so that it has results. */
export const isOver = (state: string): boolean =>
	state === 'closed' || state === 'final' || state === 'cancelled';
