import { fetchWall } from '$lib/api/challenges';
import type { BoardSnapshot, StandingsChange } from '$lib/api/types';
import { LiveRoom, POLL_MS, type LiveRoomOptions } from './liveRoom.svelte';
import type { RosterChange, WallView } from './sessionShapes';
import { SnapshotFeed, type LiveStatus, type Outcome, type Trip } from './snapshotFeed.svelte';
import { applyDelta } from './standings';

type Options = LiveRoomOptions & { fetch?: (token: string) => Promise<WallView> };

/** The content of a wall, kept up to date by the hub. */
export class WallWatch extends LiveRoom {
	view = $state.raw<WallView>();
	board = $state.raw<BoardSnapshot>();
	count = $state(0);
	/** Why the wall shows nothing, as text. */
	problem = $state<string>();

	readonly #feed: SnapshotFeed<WallView>;

	constructor(
		readonly token: string,
		{ fetch = fetchWall, ...options }: Options = {},
	) {
		super(options);
		this.#feed = new SnapshotFeed<WallView>(this.connection, {
			ask: (hub) => hub.invoke('WatchWall', token),
			take: (view, trip) => this.#take(view, trip),
			// Nobody operates the screen: it asks again by itself.
			onrefused: ({ text }) => {
				this.problem = text;
				return true;
			},
			handlers: {
				...this.roomHandlers,
				WallChanged: (view: WallView) => this.#changeView(view),
				RosterChanged: (change: RosterChange) => {
					if (this.isShown(change)) this.count = change.count;
				},
				StandingsChanged: (change: StandingsChange) => this.#changeBoard(change),
			},
			poll: { fetch: () => fetch(token), everyMs: POLL_MS },
		});
	}

	get status(): LiveStatus {
		return this.#feed.status;
	}

	/** Whether the break that is shown is over; the wall hears a few seconds later what comes next. */
	override get isOver(): boolean {
		return super.isOver || this.guide?.finished === true;
	}

	override open(): () => void {
		this.#feed.open();
		return super.open();
	}

	protected override stop(): void {
		super.stop();
		this.#feed.close();
	}

	#take(view: WallView, trip: Trip): void {
		const serverMs = view.session?.serverMs ?? view.nextSession?.serverMs;
		if (serverMs !== undefined) this.readServerTime(serverMs, trip);
		this.#show(view);
	}

	#show(view: WallView): void {
		const { session } = view;
		this.view = view;
		this.problem = undefined;
		this.board = view.board ?? this.board;
		this.count = view.count;
		if (!session) {
			this.clear();
		} else if (!this.isShown(session) || !this.moment || session.seq >= this.moment.seq) {
			this.show(session, view.steps);
		}
	}

	#changeView(view: WallView): Outcome {
		if (view.revoked) return 'gap';
		this.#show(view);
	}

	#changeBoard(change: StandingsChange): Outcome {
		if (!this.board) return;
		const { challengeId, board } = this.board;
		if (change.challengeId !== challengeId || change.board !== board) return;
		const outcome = applyDelta(this.board, change);
		if (outcome.kind === 'gap') return 'gap';
		if (outcome.kind === 'applied') this.board = outcome.board;
	}
}
