import type { BoardRow, BoardSnapshot, TeamToday } from './schema.generated';

export type * from './schema.generated';

export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';

/** A row of a board of teams. */
export type TeamRow = BoardRow & { points: number; members: number; today: TeamToday };

/** A row of a board of people; the days are in the own row alone. */
export type PersonRow = BoardRow & { percent: number };

/** What the hub sends: the rows of a watched board that changed, or the watcher's own row alone. */
export type StandingsChange = Omit<BoardSnapshot, 'own'> & {
	removed: string[];
	own?: BoardSnapshot['own'];
};

/** What the hub sends to a person when the day of their team changes. */
export type TeamTodayChanged = TeamToday & { teamId: string };
