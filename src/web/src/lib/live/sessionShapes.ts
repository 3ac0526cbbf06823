import type { BoardSnapshot, ChallengeRole, Side } from '$lib/api/types';

export type SessionPhase = 'lobby' | 'running' | 'paused' | 'finished' | 'cancelled';

/** The role of a participant. A guest is not in the room's challenge and gets no credit. */
export type SeatRole = 'host' | 'coHost' | 'participant' | 'guest';

/** The reactions that participants can send. */
export const reactionKinds = ['clap', 'heart', 'smile', 'strong', 'wave'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** The state of a session's timeline at an instant of the server's clock; part of each join and sent at each change. */
export interface TimelineSnapshot {
	sessionId: string;
	/** The sequence number, without gaps. */
	seq: number;
	serverMs: number;
	phase: SessionPhase;
	/** The index of the room's step; the number of steps when finished. */
	step: number;
	/** The rest of the step, at `serverMs`. */
	remainingMs: number;
	/** How long the timeline had run by then, without pauses and skipped time. */
	elapsedMs: number;
}

export interface Participant {
	id: string;
	name: string;
	role: SeatRole;
}

/** Who joined, left, or changed role since the last message. */
export interface RosterChange {
	sessionId: string;
	count: number;
	joined: Participant[];
	left: string[];
	changed: Participant[];
}

/** The number of reactions of each kind since the last message. */
export interface ReactionCounts {
	sessionId: string;
	counts: Partial<Record<ReactionKind, number>>;
}

export interface SessionStep {
	exercise: string;
	name: string;
	side: Side;
	/** The planned time in milliseconds, including `getReadyMs`. */
	ms: number;
	/** The time to get ready, at the start of the step. */
	getReadyMs: number;
	instructions: string[];
	cues: string[];
}

/** The answer to a join or rejoin. */
export interface SessionSnapshot extends TimelineSnapshot {
	/** The room's steps, to which `step` and `remainingMs` refer. */
	steps: SessionStep[];
	/** The person's own steps, if they differ; the total time is the same (rule 28). */
	ownSteps?: SessionStep[] | null;
	code: string;
	challengeId: string;
	routineId: string;
	/** The scheduled start; null if the host starts it. */
	startsAt: string | null;
	/** Whether any of its hosts has come so far. */
	wasHosted: boolean;
	/** The number of participants; `participants` of a large room lists only some. */
	count: number;
	participants: Participant[];
	/** The person's own id in the roster; empty for a member who has not joined. */
	participantId: string;
	/** The secret with which a guest rejoins; members rejoin by their account. */
	seat: string;
	role: SeatRole;
	/** The person's role in the challenge; null for guests. */
	challengeRole: ChallengeRole | null;
	/** How much of the break was over at the join, in milliseconds. */
	lateBy: number;
	/** The indexes of the steps that the person can catch up on afterwards (rule 25). */
	missed: number[];
}

/** The current or next live break. */
export interface NextSession {
	code: string;
	/** The scheduled start; equals `opensAt` if the host starts it. */
	startsAt: string;
	/** When the lobby opens or opened. */
	opensAt: string;
	routineId: string;
	challengeId: string;
	phase: SessionPhase;
	/** The server's clock when it answered, in milliseconds. */
	serverMs: number;
}

/** The content of a wall. */
export interface WallView {
	challengeId: string;
	name: string;
	nextSession: NextSession | null;
	/** The timeline of that break, once its lobby is open. */
	session: TimelineSnapshot | null;
	steps: SessionStep[];
	count: number;
	/** Only in the answer to `WatchWall`; afterwards it changes by `StandingsChanged`. */
	board?: BoardSnapshot | null;
	/** Whether the wall's address was revoked; no more messages follow. */
	revoked: boolean;
}
