import type { BoardSnapshot, StandingsChange } from '$lib/api/types';
import { eagerBackoff } from './backoff';
import { ClockSync } from './clockSync';
import { LiveConnection } from './connection.svelte';
import { FloatingReactionQueue } from './floatingReactions.svelte';
import type { Hub } from './hub';
import { refusalOf } from './refusal';
import { RoomGuide } from './roomGuide.svelte';
import { follows } from './timelineSnapshot';
import type { ReactionCounts, RosterChange, TimelineSnapshot, WallView } from './sessionShapes';
import { applyDelta } from './standings';

type Options = { createHub?: () => Promise<Hub>; monotonic?: () => number };

/** Retry interval after a refusal or an error: nobody operates the screen. */
const RETRY_MS = 60_000;

/** The content of a wall, updated by the hub. */
export class WallWatch {
	view = $state.raw<WallView>();
	moment = $state.raw<TimelineSnapshot>();
	board = $state.raw<BoardSnapshot>();
	guide = $state.raw<RoomGuide>();
	count = $state(0);
	errorMs = $state(Infinity);
	/** Why the wall shows nothing, as text. */
	problem = $state<string>();

	readonly floatingReactions = new FloatingReactionQueue();
	readonly #sync: ClockSync;
	readonly #connection: LiveConnection;
	readonly #monotonic: () => number;
	#hub: Hub | undefined;
	#generation = 0;
	#queued: (() => void)[] | undefined;
	#retryTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly token: string,
		{ createHub, monotonic = () => performance.now() }: Options = {},
	) {
		this.#monotonic = monotonic;
		this.#sync = new ClockSync(() => {
			this.errorMs = this.#sync.errorMs;
			this.guide?.refresh();
		});
		this.#connection = new LiveConnection((hub) => this.#connected(hub), createHub, eagerBackoff);
	}

	get status() {
		return this.#connection.status;
	}

	/** Whether the break that is shown is over; the wall hears a few seconds later what comes next. */
	get isOver(): boolean {
		const phase = this.moment?.phase;
		return phase === 'finished' || phase === 'cancelled' || this.guide?.finished === true;
	}

	/** The server's clock now, in milliseconds. */
	readonly now = (): number => this.#sync.now();

	/** Connects until the returned function is called. */
	open(): () => void {
		const end = this.#connection.keepOpen();
		return () => {
			clearTimeout(this.#retryTimer);
			this.#generation++;
			this.#sync.stop();
			this.guide?.pause();
			end();
		};
	}

	#connected(hub: Hub): void {
		if (hub !== this.#hub) {
			this.#hub = hub;
			hub.on('WallChanged', this.#onWallChanged);
			hub.on('SessionChanged', this.#onSessionChanged);
			hub.on('SessionReplanned', this.#onReplanned);
			hub.on('RosterChanged', this.#onRosterChanged);
			hub.on('Reactions', this.#onReactions);
			hub.on('StandingsChanged', this.#onStandingsChanged);
		}
		void this.#sync.start(hub);
		void this.#watch();
	}

	async #watch(): Promise<void> {
		const hub = this.#hub;
		if (!hub || this.status !== 'live') return;
		clearTimeout(this.#retryTimer);
		const generation = ++this.#generation;
		const queued: (() => void)[] = (this.#queued = []);
		const sentMs = this.#monotonic();
		try {
			const view = await hub.invoke<WallView>('WatchWall', this.token);
			if (generation !== this.#generation) return;
			this.#queued = undefined;
			if (view.session) {
				const receivedMs = this.#monotonic();
				this.#sync.first({ sentMs, receivedMs, serverMs: view.session.serverMs });
			}
			this.#show(view);
			queued.forEach((message) => message());
		} catch (error) {
			if (generation === this.#generation) this.#refused(refusalOf(error));
		}
	}

	/** Without a refusal (lost connection or server error) the content stays. Retries in any case. */
	#refused(refusal: string | undefined): void {
		this.#queued = undefined;
		this.problem = refusal ?? this.problem;
		this.#retryTimer = setTimeout(() => void this.#watch(), RETRY_MS);
	}

	#show(view: WallView): void {
		const before = this.view;
		this.view = view;
		this.problem = undefined;
		this.board = view.board ?? this.board;
		this.count = view.count;
		const isKnown = before?.session?.sessionId === view.session?.sessionId && this.guide;
		const isOld = isKnown && this.moment && view.session && view.session.seq < this.moment.seq;
		if (isOld) return;
		this.guide?.pause();
		this.moment = view.session ?? undefined;
		this.guide = view.session
			? new RoomGuide(view.steps, view.steps, view.session, this.now)
			: undefined;
	}

	readonly #onWallChanged = (view: WallView): void => {
		if (this.#queueUntilSnapshot(() => this.#onWallChanged(view))) return;
		if (view.revoked) void this.#watch();
		else this.#show(view);
	};

	readonly #onSessionChanged = (moment: TimelineSnapshot): void => {
		if (this.#queueUntilSnapshot(() => this.#onSessionChanged(moment)) || !this.#isShown(moment))
			return;
		const order = this.moment ? follows(this.moment, moment) : 'gap';
		if (order === 'gap') {
			void this.#watch();
		} else if (order === 'next') {
			this.moment = moment;
			this.guide?.follow(moment);
		}
	};

	readonly #onReplanned = (message: { sessionId: string }): void => {
		if (this.#isShown(message)) void this.#watch();
	};

	readonly #onRosterChanged = (change: RosterChange): void => {
		if (this.#queueUntilSnapshot(() => this.#onRosterChanged(change)) || !this.#isShown(change))
			return;
		this.count = change.count;
	};

	readonly #onReactions = (reactions: ReactionCounts): void => {
		if (this.#isShown(reactions)) this.floatingReactions.add(reactions);
	};

	readonly #onStandingsChanged = (change: StandingsChange): void => {
		if (this.#queueUntilSnapshot(() => this.#onStandingsChanged(change)) || !this.board) return;
		const isOurs =
			change.challengeId === this.board.challengeId && change.board === this.board.board;
		if (!isOurs) return;
		const outcome = applyDelta(this.board, change);
		if (outcome.kind === 'applied') this.board = outcome.board;
		else if (outcome.kind === 'gap') void this.#watch();
	};

	#queueUntilSnapshot(handle: () => void): boolean {
		this.#queued?.push(handle);
		return this.#queued !== undefined;
	}

	#isShown({ sessionId }: { sessionId: string }): boolean {
		return sessionId === this.moment?.sessionId;
	}
}
