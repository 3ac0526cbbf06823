import { ApiProblem } from '$lib/api/problem';
import { fetchSessionSteps } from '$lib/api/sessions';
import { m } from '$lib/paraglide/messages';
import type { GuideListener } from '$lib/player/guide.svelte';
import { eagerBackoff } from './backoff';
import { ClockSync } from './clockSync';
import { LiveConnection } from './connection.svelte';
import { FloatingReactionQueue } from './floatingReactions.svelte';
import type { Hub } from './hub';
import { ignoreLostConnection } from './lostConnection';
import { readRefusal, refusalOf, type Refusal } from './refusal';
import { RoomGuide } from './roomGuide.svelte';
import { rosterAfter, type Roster } from './roster';
import { Seats } from './seats';
import { follows, positionAt, stepAt } from './timelineSnapshot';
import {
	saveParticipationMode,
	savedParticipationMode,
	type ParticipationMode,
} from './participationMode';
import type {
	ReactionCounts,
	ReactionKind,
	RosterChange,
	SeatRole,
	TimelineSnapshot,
	SessionSnapshot,
	SessionStep,
} from './sessionShapes';

/** The stage of a visit: asked for a name, joining, waiting for the lobby to open, inside, refused, or left by choice. */
export type Stage = 'asking' | 'joining' | 'early' | 'inside' | 'refused' | 'left';

/** A break that was refused as not open yet is asked for again after this time at the earliest. */
const MIN_RETRY_MS = 1_000;
/** Rule 12: a break counts once so much of its planned time has run. */
const REQUIRED_SHARE = 0.8;

/** The commands of the host and co-hosts, each a method of the hub. */
export type HostCommand =
	'StartSession' | 'PauseSession' | 'ResumeSession' | 'EndSession' | 'TakeOver';

/** The commands of the host about a participant, each a method of the hub. */
export type PersonCommand = 'HandOver' | 'MakeCoHost' | 'RemoveParticipant';

type Options = GuideListener & {
	fetchSteps?: (code: string, mode: 'seated' | 'gentle') => Promise<SessionStep[]>;
	seats?: Seats;
	createHub?: () => Promise<Hub>;
	monotonic?: () => number;
};

/**
 * One visit to a room: joins, follows the server's clock, and rejoins with the same seat after the connection was lost.
 * Timeline messages are applied in sequence; after a gap the whole snapshot is fetched again.
 */
export class LiveSession {
	stage = $state<Stage>('joining');
	/** Why the person was refused or removed, as text. */
	problem = $state<string>();
	/** The snapshot of the last join; `moment` and `roster` are newer. */
	room = $state.raw<SessionSnapshot>();
	moment = $state.raw<TimelineSnapshot>();
	roster = $state.raw<Roster>({ count: 0, people: [] });
	guide = $state.raw<RoomGuide>();
	/** The largest error of the estimated server clock, in milliseconds. */
	errorMs = $state(Infinity);
	/** When the lobby opens, in milliseconds of the server's clock, while the stage is `early`. */
	opensAt = $state<number>();
	/** Whether anybody else was in the room while the break ran. */
	wasTogether = $state(false);
	/** When the room lost its host, in milliseconds of the server's clock; undefined while it has one. */
	hostGoneSince = $state<number>();
	/** How this person takes part; others cannot see it. */
	participationMode = $state<ParticipationMode>(savedParticipationMode());

	readonly floatingReactions = new FloatingReactionQueue();
	readonly #sync: ClockSync;
	readonly #connection: LiveConnection;
	readonly #seats: Seats;
	readonly #listener: GuideListener;
	readonly #monotonic: () => number;
	readonly #fetchSteps: typeof fetchSessionSteps;
	#stepsGeneration = 0;
	/** The person's steps if they chose another mode than the room's. */
	#ownSteps: readonly SessionStep[] | undefined;
	#hub: Hub | undefined;
	#name: string | undefined;
	#generation = 0;
	/** Messages received while waiting for a snapshot. */
	#queued: (() => void)[] | undefined;

	/** `accountName` is null for guests. In rooms of their challenge, members need no seat secret. */
	constructor(
		readonly code: string,
		readonly accountName: string | null,
		{
			seats = new Seats(),
			createHub,
			fetchSteps = fetchSessionSteps,
			monotonic = () => performance.now(),
			...listener
		}: Options = {},
	) {
		this.#seats = seats;
		this.#fetchSteps = fetchSteps;
		this.#listener = listener;
		this.#monotonic = monotonic;
		this.#sync = new ClockSync(() => this.#onClockUpdated());
		this.#connection = new LiveConnection((hub) => this.#connected(hub), createHub, eagerBackoff);
		this.#name = accountName ?? undefined;
		if (accountName === null && seats.of(code) === undefined) this.stage = 'asking';
	}

	get status() {
		return this.#connection.status;
	}

	/** The person's current role, which may have changed since the join. */
	get role(): SeatRole {
		const own = this.roster.people.find(({ id }) => id === this.room?.participantId);
		return own?.role ?? this.room?.role ?? 'guest';
	}

	get leads(): boolean {
		return this.role === 'host' || this.role === 'coHost';
	}

	get isOver(): boolean {
		return this.moment?.phase === 'finished' || this.moment?.phase === 'cancelled';
	}

	/** Whether so much of the planned time has run that the break can count. */
	get ranLongEnough(): boolean {
		const planned = (this.room?.steps ?? []).reduce((sum, { ms }) => sum + ms, 0);
		return planned > 0 && (this.moment?.elapsedMs ?? 0) >= planned * REQUIRED_SHARE;
	}

	/** The server's clock now, in milliseconds. */
	readonly now = (): number => this.#sync.now();

	/** Connects until the returned function is called. */
	open(): () => void {
		const refreshGuide = () => this.guide?.refresh();
		const end = this.#connection.keepOpen();
		document.addEventListener('visibilitychange', refreshGuide);
		return () => {
			document.removeEventListener('visibilitychange', refreshGuide);
			this.#close(end);
		};
	}

	/** Joins as a guest with a name and a new seat. */
	async enter(name: string): Promise<void> {
		this.#seats.forget(this.code);
		this.#name = name;
		await this.retry();
	}

	/** Joins again after a refusal or after leaving. */
	async retry(): Promise<void> {
		this.problem = undefined;
		this.stage = 'joining';
		this.#connection.open();
		await this.#enter();
	}

	/** Leaves the room and tells the server at once. */
	async leave(): Promise<void> {
		this.stage = 'left';
		this.#generation++;
		await this.#hub?.invoke('LeaveSession', this.code).catch(ignoreLostConnection);
		this.#close(() => this.#connection.close());
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
			await this.#hub?.invoke(method, ...args);
		} catch (error) {
			const refusal = refusalOf(error);
			throw new ApiProblem(refusal === undefined ? 0 : 409, refusal ?? m.live_lost());
		}
	}

	#connected(hub: Hub): void {
		if (hub !== this.#hub) {
			this.#hub = hub;
			hub.on('SessionChanged', this.#onSessionChanged);
			hub.on('SessionReplanned', this.#onReplanned);
			hub.on('RosterChanged', this.#onRosterChanged);
			hub.on('Reactions', this.#onReactions);
			hub.on('SessionLeft', this.#onSessionLeft);
		}
		void this.#sync.start(hub);
		if (this.stage === 'joining' || this.stage === 'early' || this.stage === 'inside')
			void this.#enter();
	}

	/** Joins or rejoins and applies the snapshot. */
	async #enter(): Promise<void> {
		if (!this.#hub || this.status !== 'live') return;
		const generation = ++this.#generation;
		const queued: (() => void)[] = (this.#queued = []);
		const sentMs = this.#monotonic();
		try {
			const room = await this.#join(this.#hub);
			if (generation !== this.#generation) return;
			this.#queued = undefined;
			const receivedMs = this.#monotonic();
			this.#sync.first({ sentMs, receivedMs, serverMs: room.serverMs });
			this.#applySnapshot(room);
			queued.forEach((message) => message());
		} catch (error) {
			if (generation === this.#generation) this.#showRefusal(readRefusal(error));
		}
	}

	#join(hub: Hub): Promise<SessionSnapshot> {
		const seat = this.#seats.of(this.code)?.secret ?? null;
		return seat !== null || this.room !== undefined
			? hub.invoke<SessionSnapshot>('RejoinSession', this.code, seat)
			: hub.invoke<SessionSnapshot>('JoinSession', this.code, this.#name ?? null);
	}

	#applySnapshot(room: SessionSnapshot): void {
		if (room.challengeRole === null) {
			const name = room.participants.find(({ id }) => id === room.participantId)?.name;
			this.#seats.keep(this.code, { secret: room.seat, name: name ?? this.#name ?? '' });
		} else {
			// The member has taken over the seat that they had as a guest.
			this.#seats.forget(this.code);
		}
		this.room = room;
		this.roster = { count: room.count, people: room.participants };
		this.moment = room;
		this.stage = 'inside';
		this.problem = undefined;
		this.#trackRoster();
		this.#startGuide(this.#ownSteps ?? room.ownSteps ?? room.steps);
		if (this.participationMode !== 'room' && !this.#ownSteps) void this.#loadOwnSteps();
	}

	/** Starts a guide for these steps at the room's position. */
	#startGuide(steps: readonly SessionStep[]): void {
		if (!this.room || !this.moment) return;
		this.guide?.pause();
		this.guide = new RoomGuide(steps, this.room.steps, this.moment, this.now, this.#listener);
	}

	/** Fetches the person's steps; the room's are used until then, and if that fails. */
	async #loadOwnSteps(): Promise<void> {
		const generation = ++this.#stepsGeneration;
		this.#ownSteps = undefined;
		if (this.participationMode !== 'room') {
			const steps = await this.#fetchSteps(this.code, this.participationMode).catch(
				() => undefined,
			);
			if (generation !== this.#stepsGeneration) return;
			this.#ownSteps = steps;
		}
		if (this.room) this.#startGuide(this.#ownSteps ?? this.room.ownSteps ?? this.room.steps);
	}

	/** Ignores a lost connection (`undefined`): the next connect rejoins. */
	#showRefusal(refusal: Refusal | undefined): void {
		this.#queued = undefined;
		if (refusal === undefined) return;
		const opensAt = Date.parse(refusal.params.opensAt ?? '');
		if (refusal.type === 'lobby-closed' && !Number.isNaN(opensAt)) {
			this.opensAt = Math.max(opensAt, this.now() + MIN_RETRY_MS);
			this.stage = 'early';
			return;
		}
		this.problem = refusal.text;
		this.guide?.pause();
		const asksForName = this.accountName === null && this.stage === 'joining';
		this.stage = asksForName ? 'asking' : 'refused';
	}

	readonly #onSessionChanged = (moment: TimelineSnapshot): void => {
		if (this.#queueUntilSnapshot(() => this.#onSessionChanged(moment)) || !this.#isOurs(moment))
			return;
		const known = this.moment;
		const order = known ? follows(known, moment) : 'gap';
		if (order === 'gap') {
			void this.#enter();
		} else if (order === 'next') {
			this.moment = moment;
			this.#trackRoster();
			this.guide?.follow(moment);
			this.#announce(known, moment);
		}
	};

	/** The room's steps or its start are others. */
	readonly #onReplanned = (message: { sessionId: string }): void => {
		if (!this.#isOurs(message)) return;
		this.#ownSteps = undefined;
		void this.#enter();
	};

	readonly #onRosterChanged = (change: RosterChange): void => {
		if (this.#queueUntilSnapshot(() => this.#onRosterChanged(change)) || !this.#isOurs(change))
			return;
		this.roster = rosterAfter(this.roster, change);
		this.#trackRoster();
	};

	readonly #onReactions = (reactions: ReactionCounts): void => {
		if (this.#isOurs(reactions)) this.floatingReactions.add(reactions);
	};

	readonly #onSessionLeft = (message: { sessionId: string }): void => {
		if (!this.#isOurs(message)) return;
		this.#generation++;
		this.#showRefusal({ type: 'removed', text: m.live_removed(), params: {} });
	};

	#queueUntilSnapshot(handle: () => void): boolean {
		this.#queued?.push(handle);
		return this.#queued !== undefined;
	}

	#isOurs({ sessionId }: { sessionId: string }): boolean {
		return sessionId === this.room?.sessionId;
	}

	#announce(before: TimelineSnapshot | undefined, { phase }: TimelineSnapshot): void {
		if (!this.guide || before?.phase === phase) return;
		if (phase === 'running' && before?.phase === 'lobby') {
			this.guide.announcement = `${m.live_says_starts()} ${this.guide.announcement}`;
		}
		if (phase === 'paused') this.guide.announcement = m.live_says_paused();
		if (phase === 'running' && before?.phase === 'paused')
			this.guide.announcement = m.live_says_resumed();
		if (phase === 'finished') this.guide.announcement = m.live_says_finished();
		if (phase === 'cancelled') this.guide.announcement = m.live_says_cancelled();
	}

	#trackRoster(): void {
		if (this.moment?.phase === 'running' && this.roster.count > 1) this.wasTogether = true;
		const hasHost = this.roster.people.some(({ role }) => role === 'host');
		this.hostGoneSince = hasHost ? undefined : (this.hostGoneSince ?? this.now());
	}

	#onClockUpdated(): void {
		this.errorMs = this.#sync.errorMs;
		this.guide?.refresh();
	}

	#close(disconnect: () => void): void {
		this.#generation++;
		this.#sync.stop();
		this.guide?.pause();
		disconnect();
	}
}
