import type { BoardRow, PersonRow, TeamRow } from '$lib/api/types';

/** The API has one type for all rows; these guards tell teams and people apart. */
export const isTeamRow = (row: BoardRow): row is TeamRow => row.members != null;

export const isPersonRow = (row: BoardRow): row is PersonRow => row.percent != null;
