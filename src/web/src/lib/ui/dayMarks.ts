import type { Day, DayState } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** What a day of a calendar looks like: its state, or that it was before the person joined. */
export type MarkState = DayState | 'before';

/** The names of the states. */
export const stateNames: Readonly<Record<MarkState, () => string>> = {
	done: m.day_states_done,
	frozen: m.day_states_frozen,
	pending: m.day_states_pending,
	missed: m.day_states_missed,
	off: m.day_states_off,
	ahead: m.day_states_ahead,
	before: m.day_states_before,
};

/** The marks of a person's days in a challenge that they joined on a date; the server counts earlier days as days off. */
export const daysSince = (
	joinedOn: string,
	days: readonly Day[],
): { date: string; state: MarkState }[] =>
	days.map(({ date, state }) => ({
		date,
		state: date < joinedOn && state === 'off' ? 'before' : state,
	}));

/** The states that a legend explains: those given, and that before joining where it is among the days. */
export const legendOf = (
	states: readonly MarkState[],
	days: readonly { state: MarkState }[],
): MarkState[] =>
	days.some(({ state }) => state === 'before') ? [...states, 'before'] : [...states];
