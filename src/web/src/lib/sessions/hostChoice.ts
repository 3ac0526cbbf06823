import type { ScheduleHost } from '$lib/api/types';

/** The most hosts of one recurring break. */
export const MOST_HOSTS = 10;

/** How many people the server names at once. */
const PAGE = 50;

/** Those who can be added to the hosts. */
export const addable = (
	found: readonly ScheduleHost[],
	hosts: readonly ScheduleHost[],
	except?: string,
): ScheduleHost[] =>
	found.filter(({ id }) => id !== except && !hosts.some((host) => host.id === id));

/** Whether there are more people than are named at once, so that a name has to be typed. */
export const needsSearch = (found: readonly ScheduleHost[] | undefined): boolean =>
	(found?.length ?? 0) >= PAGE;

/** The hosts as the server is told; undefined, which means the caller alone, where nobody else leads. */
export function hostIds(
	self: string | undefined,
	hosting: boolean,
	others: readonly ScheduleHost[],
): string[] | undefined {
	if (hosting && others.length === 0) return undefined;
	const ids = others.map(({ id }) => id);
	return hosting && self ? [self, ...ids] : ids;
}
