import type { TimeOff } from '$lib/api/types';
import { dayWithYear } from '$lib/time/dates';
import { dateRange, day } from '$lib/time/format';

/** A row of the list: whether its days have begun, and whether some can still be taken back. */
export type TimeOffRow = { id: string; days: string; isOn: boolean; canCancel: boolean };

/** Days off from today on; those that are over are left out, and only days from tomorrow on can be taken back (rule 6). */
export function timeOffRows(rows: readonly TimeOff[], today: string): TimeOffRow[] {
	return rows
		.filter(({ to }) => to >= today)
		.map(({ id, from, to }) => ({
			id,
			days: from === to ? single(from, today) : dateRange(from, to),
			isOn: from <= today,
			canCancel: to > today,
		}));
}

/** The year is left out within the same year. */
const single = (date: string, today: string) =>
	date.slice(0, 4) === today.slice(0, 4) ? day(date) : dayWithYear(date);
