import type { BoardRow, BoardSnapshot as Snapshot, TeamToday } from './schema.generated';

export type * from './schema.generated';

export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';

/** A row of a board of teams. */
export type TeamRow = BoardRow & { points: number; members: number; today: TeamToday };

/** A row of a board of people; the days are in the own row alone. */
export type PersonRow = BoardRow & { percent: number };

/** A score and how many people have it; better scores have greater numbers. */
export type ScoreCount = [score: readonly [number, number], people: number];

/** A board; the hub gives those of people with how many have each score, from which ranks are computed. */
export type BoardSnapshot = Omit<Snapshot, 'scores'> & { scores?: ScoreCount[] | null };

/** What the hub sends to all who watch a board. Rows of people have no rank, or null if they are not ranked. */
export type StandingsChange = Pick<
	BoardSnapshot,
	'challengeId' | 'board' | 'version' | 'total' | 'scores'
> & {
	rows: (Omit<BoardRow, 'rank'> & { rank?: number | null })[];
	removed: string[];
};

/** What the hub sends to a person whose own row on a watched board changed. */
export type OwnRowChange = Pick<BoardSnapshot, 'challengeId' | 'board' | 'version'> & {
	row: BoardRow;
};

/** What the hub sends to a person when the day of their team changes. */
export type TeamTodayChanged = TeamToday & { teamId: string };
