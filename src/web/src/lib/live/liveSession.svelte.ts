import { ApiProblem } from '$lib/api/problem';
import { fetchRoom, fetchSession, fetchSessionSteps } from '$lib/api/sessions';
import { m } from '$lib/paraglide/messages';
import { ignoreLostConnection, type Hub } from './hub';
import { LiveRoom, POLL_MS, type LiveRoomOptions } from './liveRoom.svelte';
import {
	saveParticipationMode,
	savedParticipationMode,
	type ParticipationMode,
} from './participationMode';
import { refusalOf, type Refusal } from './refusal';
import { rosterAfter, type Roster } from './roster';
import { Seats } from './seats';
import type {
	ReactionKind,
	RosterChange,
	SeatRole,
	SessionSnapshot,
	SessionStep,
	TimelineSnapshot,
} from './sessionShapes';
import { SnapshotFeed, type LiveStatus, type Trip } from './snapshotFeed.svelte';
import { positionAt, stepAt } from './timelineSnapshot';

/** The stage of a visit: asked for a name, joining, waiting for the lobby to open, inside, refused, or left by choice. */
export type Stage = 'asking' | 'joining' | 'early' | 'inside' | 'refused' | 'left';

/** A break that was refused as not open yet is asked for again after this time at the earliest. */
const MIN_RETRY_MS = 1_000;
/** Rule 12: a break counts once so much of its planned time has run. */
const REQUIRED_SHARE = 0.8;
/** Refusals that pass by themselves: they turn nobody out of a room. */
const TRANSIENT = new Set(['', 'too-many-requests', 'unexpected']);

/** The commands of the host and co-hosts, each a method of the hub. */
export type HostCommand =
	'StartSession' | 'PauseSession' | 'ResumeSession' | 'EndSession' | 'TakeOver';

/** The commands of the host about a participant, each a method of the hub. */
export type PersonCommand = 'HandOver' | 'MakeCoHost' | 'RemoveParticipant';

type Options = LiveRoomOptions & {
	seats?: Seats;
	requests?: Partial<Requests>;
};

interface Requests {
	fetchRoom: (code: string, seat: string | null) => Promise<SessionSnapshot>;
	fetchSession: typeof fetchSession;
	fetchSessionSteps: typeof fetchSessionSteps;
}

/**
 * One visit to a room: joins, and rejoins with the same seat after the connection was lost. Where no connection can be had, it
 * follows the room without being present in it.
 */
export class LiveSession extends LiveRoom {
	stage = $state<Stage>('joining');
	/** Why the person was refused or removed, as text. */
	problem = $state<string>();
	/** The snapshot of the last join; `moment` and `roster` are newer. */
	room = $state.raw<SessionSnapshot>();
	roster = $state.raw<Roster>({ count: 0, people: [] });
	/** When the lobby opens, in milliseconds of the server's clock, while the stage is `early`. */
	opensAt = $state<number>();
	/** Whether anybody else was in the room while the break ran. */
	wasTogether = $state(false);
	/** Whether any of its hosts has come so far. */
	wasHosted = $state(false);
	/** When the room lost its host, in milliseconds of the server's clock; undefined while it has one. */
	hostGoneSince = $state<number>();
	participationMode = $state<ParticipationMode>(savedParticipationMode());

	readonly #feed: SnapshotFeed<SessionSnapshot>;
	readonly #seats: Seats;
	readonly #requests: Requests;
	#stepsGeneration = 0;
	/** The person's steps if they chose another mode than the room's. */
	#ownSteps: readonly SessionStep[] | undefined;
	#hub: Hub | undefined;
	#name: string | undefined;

	/** `accountName` is null for guests. In rooms of their challenge, members need no seat secret. */
	constructor(
		readonly code: string,
		readonly accountName: string | null,
		{ seats = new Seats(), requests = {}, ...options }: Options = {},
	) {
		super(options);
		this.#seats = seats;
		this.#requests = { fetchRoom, fetchSession, fetchSessionSteps, ...requests };
		this.#name = accountName ?? undefined;
		this.#feed = new SnapshotFeed<SessionSnapshot>(this.connection, {
			ask: (hub) => this.#join((this.#hub = hub)),
			take: (room, trip) => this.#enter(room, trip),
			onrefused: (refusal) => this.#refuse(refusal),
			handlers: {
				...this.roomHandlers,
				RosterChanged: (change: RosterChange) => this.#changeRoster(change),
				SessionLeft: (message: { sessionId: string }) => this.#remove(message),
			},
			poll: { fetch: () => this.#poll(), everyMs: POLL_MS },
		});
		if (accountName === null && this.#seat === null) this.stage = 'asking';
		else this.#feed.open();
	}

	get status(): LiveStatus {
		return this.#feed.status;
	}

	/** Whether the network lets no connection through: the person sees the room, but is not in it. */
	get isWatching(): boolean {
		return this.status === 'polling';
	}

	/** The person's current role, which may have changed since the join. */
	get role(): SeatRole {
		const own = this.roster.people.find(({ id }) => id === this.room?.participantId);
		return own?.role ?? this.room?.role ?? 'guest';
	}

	get leads(): boolean {
		if (this.isWatching) return false;
		return this.role === 'host' || this.role === 'coHost';
	}

	/** Whether so much of the planned time has run that the break can count. */
	get ranLongEnough(): boolean {
		const planned = (this.room?.steps ?? []).reduce((sum, { ms }) => sum + ms, 0);
		return planned > 0 && (this.moment?.elapsedMs ?? 0) >= planned * REQUIRED_SHARE;
	}

	/** Joins as a guest with a name and a new seat. */
	async enter(name: string): Promise<void> {
		this.#seats.forget(this.code);
		this.#name = name;
		this.retry();
	}

	/** Joins again after a refusal or after leaving. */
	retry(): void {
		this.problem = undefined;
		this.stage = 'joining';
		this.connection.open();
		this.#feed.open();
	}

	/** Leaves the room and tells the server at once. */
	async leave(): Promise<void> {
		this.stage = 'left';
		this.stop();
		await this.#hub?.invoke('LeaveSession', this.code).catch(ignoreLostConnection);
		this.connection.close();
	}

	async react(kind: ReactionKind): Promise<void> {
		await this.#hub?.invoke('React', this.code, kind).catch(ignoreLostConnection);
	}

	/** Changes how this person takes part. */
	async take(mode: ParticipationMode): Promise<void> {
		saveParticipationMode(mode);
		this.participationMode = mode;
		await this.#loadOwnSteps();
	}

	/** Sends a command; throws an {@link ApiProblem} with the server's text if it refuses. */
	async command(method: HostCommand): Promise<void> {
		await this.#invoke(method, this.code);
	}

	/** Skips the step that this screen shows, or nothing if the room is further already. */
	async skip(): Promise<void> {
		if (!this.room || !this.moment) return;
		const lengths = this.room.steps.map(({ ms }) => ms);
		const step = stepAt(lengths, positionAt(this.moment, lengths, this.now()));
		await this.#invoke('SkipTo', this.code, step + 1);
	}

	async commandAbout(method: PersonCommand, participantId: string): Promise<void> {
		await this.#invoke(method, this.code, participantId);
	}

	async #invoke(method: string, ...args: unknown[]): Promise<void> {
		try {
			if (!this.#hub) throw new Error('There is no connection.');
			await this.#hub.invoke(method, ...args);
		} catch (error) {
			const refusal = refusalOf(error);
			throw new ApiProblem(refusal === undefined ? 0 : 409, refusal ?? m.live_lost());
		}
	}

	get #seat(): string | null {
		return this.#seats.of(this.code)?.secret ?? null;
	}

	#join(hub: Hub): Promise<SessionSnapshot> {
		return this.#seat !== null || this.room?.participantId
			? hub.invoke<SessionSnapshot>('RejoinSession', this.code, this.#seat)
			: hub.invoke<SessionSnapshot>('JoinSession', this.code, this.#name ?? null);
	}

	async #poll(): Promise<SessionSnapshot | undefined> {
		const isNewGuest = this.accountName === null && this.#seat === null;
		if (!isNewGuest) return this.#requests.fetchRoom(this.code, this.#seat);
		// The room is shown to those who have a seat. This tells whether the server can be reached.
		await this.#requests.fetchSession(this.code);
		return undefined;
	}

	#enter(room: SessionSnapshot, trip: Trip): void {
		if (room.challengeRole === null) {
			const name = room.participants.find(({ id }) => id === room.participantId)?.name;
			this.#seats.keep(this.code, { secret: room.seat, name: name ?? this.#name ?? '' });
		} else {
			// The member has taken over the seat that they had as a guest.
			this.#seats.forget(this.code);
		}
		this.readServerTime(room.serverMs, trip);
		this.room = room;
		this.roster = { count: room.count, people: room.participants };
		this.stage = 'inside';
		this.problem = undefined;
		this.show(room, room.steps, this.#ownSteps ?? room.ownSteps ?? room.steps);
		if (this.participationMode !== 'room' && !this.#ownSteps) void this.#loadOwnSteps();
	}

	/** Fetches the person's steps; the room's are used until then, and if that fails. */
	async #loadOwnSteps(): Promise<void> {
		const generation = ++this.#stepsGeneration;
		this.#ownSteps = undefined;
		if (this.participationMode !== 'room') {
			const steps = await this.#requests
				.fetchSessionSteps(this.code, this.participationMode)
				.catch(() => undefined);
			if (generation !== this.#stepsGeneration) return;
			this.#ownSteps = steps;
		}
		if (this.room && this.moment) {
			const { steps, ownSteps } = this.room;
			this.show(this.moment, steps, this.#ownSteps ?? ownSteps ?? steps);
		}
	}

	/** Answers whether to ask again without being told. */
	#refuse(refusal: Refusal): boolean {
		const needsConnection = refusal.type === 'unknown-seat' && this.connection.status !== 'live';
		const passes = this.stage === 'inside' && TRANSIENT.has(refusal.type);
		if (needsConnection || passes) return true;
		const opensAt = Date.parse(String(refusal.params.opensAt));
		if (refusal.type === 'lobby-closed' && !Number.isNaN(opensAt)) {
			this.opensAt = Math.max(opensAt, this.now() + MIN_RETRY_MS);
			this.stage = 'early';
			return false;
		}
		this.problem = refusal.text;
		this.guide?.pause();
		const asksForName = this.accountName === null && this.stage === 'joining';
		this.stage = asksForName ? 'asking' : 'refused';
		return false;
	}

	#changeRoster(change: RosterChange): void {
		if (!this.isShown(change)) return;
		this.roster = rosterAfter(this.roster, change);
		this.#trackRoster();
	}

	#remove(message: { sessionId: string }): void {
		if (!this.isShown(message)) return;
		this.#feed.close();
		this.#refuse({ type: 'removed', text: m.live_removed(), params: {} });
	}

	protected override onmoment(before: TimelineSnapshot | undefined, now: TimelineSnapshot): void {
		this.#trackRoster();
		this.#announce(before, now);
	}

	protected override stop(): void {
		super.stop();
		this.#feed.close();
	}

	#announce(before: TimelineSnapshot | undefined, { phase }: TimelineSnapshot): void {
		if (!this.guide || !before || before.phase === phase) return;
		if (phase === 'running' && before.phase === 'lobby') {
			this.guide.announcement = `${m.live_says_starts()} ${this.guide.announcement}`;
		}
		if (phase === 'paused') this.guide.announcement = m.live_says_paused();
		if (phase === 'running' && before.phase === 'paused')
			this.guide.announcement = m.live_says_resumed();
		if (phase === 'finished') this.guide.announcement = m.live_says_finished();
		if (phase === 'cancelled') this.guide.announcement = m.live_says_cancelled();
	}

	#trackRoster(): void {
		if (this.moment?.phase === 'running' && this.roster.count > 1) this.wasTogether = true;
		const hasHost = this.roster.people.some(({ role }) => role === 'host');
		this.wasHosted ||=
			(this.room?.wasHosted ?? false) ||
			this.roster.people.some(({ role }) => role === 'host' || role === 'coHost');
		this.hostGoneSince = hasHost ? undefined : (this.hostGoneSince ?? this.now());
	}
}
