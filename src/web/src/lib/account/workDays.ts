import type { Weekday } from '$lib/api/types';
import { asWeekdays, usualWorkDays } from '$lib/time/weekdays';

type Challenge = { name: string; state: string; workDays: readonly string[] };

/** The work days of somebody who has chosen none: those of all challenges that are not over, or the usual ones without any. */
export function defaultWorkDays(challenges: readonly Challenge[]): Weekday[] {
	const days = current(challenges).flatMap(({ workDays }) => workDays);
	return days.length > 0 ? asWeekdays(days) : [...usualWorkDays];
}

/** The work days of each challenge that is not over, by its name; one entry for those with the same days. */
export function workDaysByChallenge(
	challenges: readonly Challenge[],
): { names: string[]; days: Weekday[] }[] {
	const groups = new Map<string, { names: string[]; days: Weekday[] }>();
	for (const { name, workDays } of current(challenges)) {
		const days = asWeekdays(workDays);
		const group = groups.get(days.join()) ?? { names: [], days };
		group.names.push(name);
		groups.set(days.join(), group);
	}
	return [...groups.values()];
}

const current = (challenges: readonly Challenge[]) =>
	challenges.filter(({ state }) => state === 'open' || state === 'running');
