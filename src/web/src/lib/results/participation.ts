import type { DoneOfDue } from '$lib/api/types';

/** The share of a count in whole percent; null where it is hidden or nobody was due. */
export const share = (count: DoneOfDue | null | undefined): number | null =>
	count && count.due > 0 ? Math.floor((100 * count.done) / count.due) : null;

/** Whether a count is hidden because too few were due. */
export const isHidden = (count: DoneOfDue | null | undefined): boolean => count == null;
