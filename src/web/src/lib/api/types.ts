/** The shapes that the server's API speaks. Dates are ISO dates, instants ISO 8601 in UTC. */

export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';
export type Variant = 'desk' | 'mat' | 'seated';
export type DayState = 'done' | 'frozen' | 'pending' | 'missed' | 'off' | 'ahead';
export type ChallengeState = 'draft' | 'open' | 'running' | 'closed' | 'final';
export type ChallengeRole = 'participant' | 'captain' | 'organiser';
export type BoardName = 'teamStreak' | 'teamPoints' | 'personStreak' | 'personConsistency';

export interface Site {
	demo: boolean;
	signUpNeedsSetupCode: boolean;
	publicUrl?: string | null;
}

export interface Account {
	id: string;
	email?: string | null;
	displayName: string;
	timeZone: string;
	roles: string[];
	workDays?: Weekday[] | null;
	showName?: boolean;
}

export interface Registration {
	email: string;
	password: string;
	displayName: string;
	timeZone: string;
	setupCode?: string;
}

export interface AccountChange {
	displayName?: string;
	timeZone?: string;
	workDays?: Weekday[] | null;
	showName?: boolean;
}

export interface TeamSummary {
	id: string;
	name: string;
	members: number;
}

export interface Challenge {
	id: string;
	name: string;
	code: string;
	startsOn: string;
	endsOn: string;
	timeZone: string;
	workDays: Weekday[];
	holidays: string[];
	teamThreshold: number;
	state: ChallengeState;
	role: ChallengeRole;
	teams: TeamSummary[];
}

export interface NewChallenge {
	name: string;
	startsOn: string;
	timeZone: string;
	workDays?: Weekday[];
	holidays?: string[];
	teamThreshold?: number;
}

export interface Invitation {
	name: string;
	startsOn: string;
	endsOn: string;
	teams: TeamSummary[];
}

export interface Day {
	date: string;
	state: DayState;
}

/** How many of a team are done today; `due` is hidden for small teams. */
export interface TeamDay {
	done: number;
	due?: number | null;
}

export interface ChallengeToday {
	challengeId: string;
	name: string;
	state: ChallengeState;
	week: number;
	today: DayState;
	streak: number;
	best: number;
	freezes: number;
	safeUntil?: string | null;
	reportable?: string | null;
	days: Day[];
	team?: { id: string; name: string; streak: number; today: TeamDay } | null;
}

export interface Today {
	date: string;
	zone: string;
	done: boolean;
	routine: Record<Variant, string>;
	challenges: ChallengeToday[];
}

export interface RunStep {
	exercise: string;
	name: string;
	side?: 'left' | 'right' | null;
	seconds: number;
	getReady: number;
	instructions?: string | string[] | null;
}

export interface Run {
	run: string;
	routineId: string;
	steps: RunStep[];
	plannedSeconds: number;
	earliestCompletion: string;
}

export interface CheckInResult {
	date: string;
	credited: boolean;
	kind: string;
	streaks: { challengeId: string; streak: number; best: number; freezes: number }[];
}

export interface ProgressWeek {
	week: number;
	from: string;
	block: number;
	holdSeconds: number;
	due: number;
	done: number;
	frozen: number;
	pending: number;
	missed: number;
	off: number;
	days: Day[];
}

export interface Progress {
	challengeId: string;
	streak: number;
	best: number;
	freezes: number;
	ring: { due: number; done: number };
	weeks: ProgressWeek[];
}

/** A row of a board of teams. */
export interface TeamRow {
	id: string;
	name: string;
	rank: number | null;
	streak: number;
	best: number;
	microPoints: number;
	members: number;
	today: TeamDay;
}

/** A row of a board of people; `name` is missing where the person did not opt in. */
export interface PersonRow {
	id: string;
	name?: string | null;
	rank: number | null;
	streak: number;
	best: number;
	done: number;
	due: number;
	pending: number;
	basisPoints: number;
}

export type BoardRow = TeamRow | PersonRow;

/** The watcher's own row, and the rows around it. */
export interface OwnRow<Row> {
	row: Row;
	around: Row[];
}

export interface StandingsSnapshot<Row extends BoardRow = BoardRow> {
	challengeId: string;
	board: BoardName;
	version: number;
	total: number;
	rows: Row[];
	own?: OwnRow<Row> | null;
}

export interface StandingsDelta<Row extends BoardRow = BoardRow> extends StandingsSnapshot<Row> {
	removed: string[];
}
