import type { BoardSnapshot, ChallengeRole, Side } from '$lib/api/types';

export type SessionPhase = 'lobby' | 'running' | 'paused' | 'finished' | 'cancelled';

/** What one is in a room. A guest has no account in its challenge, and gets no credit. */
export type SeatRole = 'host' | 'coHost' | 'participant' | 'guest';

/** What people can call into the room. */
export const reactionKinds = ['clap', 'heart', 'smile', 'strong', 'wave'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** Where a session stood at an instant of the server's clock, in milliseconds: the answer to a join, and each change. */
export interface TimelineSnapshot {
	sessionId: string;
	/** Consecutive: the next change has the next number. */
	seq: number;
	serverMs: number;
	phase: SessionPhase;
	/** The room's step; the number of steps once finished. */
	step: number;
	/** The rest of that step. */
	remainingMs: number;
}

/** Somebody in the room. */
export interface Participant {
	id: string;
	name: string;
	role: SeatRole;
}

/** Who came, went, or is in another role since the last message. */
export interface RosterChange {
	sessionId: string;
	count: number;
	joined: Participant[];
	left: string[];
	changed: Participant[];
}

/** How often each kind of reaction was given since the last message. */
export interface ReactionCounts {
	sessionId: string;
	counts: Partial<Record<ReactionKind, number>>;
}

/** One step of a break. */
export interface SessionStep {
	exercise: string;
	name: string;
	side: Side;
	/** The whole planned time in milliseconds, getting ready included. */
	ms: number;
	/** How much of it, at its beginning, is for getting ready. */
	getReadyMs: number;
	instructions: string[];
	cues: string[];
}

/** What a room tells to who comes in. */
export interface SessionSnapshot extends TimelineSnapshot {
	/** The room's steps, of which `step` and `remainingMs` speak. */
	steps: SessionStep[];
	/** One's own steps, where they differ: they last as long in all (rule 28). */
	ownSteps?: SessionStep[];
	code: string;
	challengeId: string;
	routineId: string;
	/** When it is planned to start; null where its host starts it. */
	startsAt: string | null;
	/** How many are there; of a large room not all have their names in `participants`. */
	count: number;
	participants: Participant[];
	/** One's own id in the roster. */
	participantId: string;
	/** The secret by which a guest comes back; a member's seat is their account. */
	seat: string;
	role: SeatRole;
	/** One's role in the challenge; null for guests. */
	challengeRole: ChallengeRole | null;
	/** How much of the break was over when one joined, in milliseconds. */
	lateBy: number;
	/** The room's steps that one can do alone afterwards (rule 25), by index. */
	missed: number[];
}

/** The live break that is on or comes next. */
export interface NextSession {
	code: string;
	/** When it starts; of one that its host starts, when its lobby opened. */
	startsAt: string;
	/** When its lobby opens or opened. */
	opensAt: string;
	routineId: string;
	challengeId: string;
	phase: SessionPhase;
}

/** What a wall shows. */
export interface WallView {
	challengeId: string;
	name: string;
	nextSession: NextSession | null;
	/** Where that break stands, once its lobby is open. */
	session: TimelineSnapshot | null;
	steps: SessionStep[];
	count: number;
	/** In the answer to `WatchWall` alone; later messages go on from there. */
	board?: BoardSnapshot;
	/** The wall's address is void: nothing more comes. */
	revoked: boolean;
}
