import type { GuideListener } from '$lib/player/guide.svelte';
import { eagerBackoff } from './backoff';
import { ClockSync } from './clockSync';
import { LiveConnection } from './connection.svelte';
import { FloatingReactionQueue } from './floatingReactions.svelte';
import type { Hub } from './hub';
import { RoomGuide } from './roomGuide.svelte';
import type { ReactionCounts, SessionStep, TimelineSnapshot } from './sessionShapes';
import type { Outcome, Trip } from './snapshotFeed.svelte';
import { follows } from './timelineSnapshot';

export type LiveRoomOptions = GuideListener & { createHub?: () => Promise<Hub> };

/** How often a room is fetched where there is no connection. */
export const POLL_MS = 5_000;

/** One room in step with the server's clock, as a participant's screen and a wall show it. */
export abstract class LiveRoom {
	moment = $state.raw<TimelineSnapshot>();
	guide = $state.raw<RoomGuide>();
	/** The largest error of the estimated server clock, in milliseconds. */
	errorMs = $state(Infinity);

	readonly floatingReactions = new FloatingReactionQueue();
	protected readonly connection: LiveConnection;
	/** Messages about the room's timeline, by event. */
	protected readonly roomHandlers = {
		SessionChanged: (moment: TimelineSnapshot) => this.#change(moment),
		// The room's steps or its start are others.
		SessionReplanned: (message: { sessionId: string }) =>
			this.isShown(message) ? 'gap' : undefined,
		Reactions: (reactions: ReactionCounts) => {
			if (this.isShown(reactions)) this.floatingReactions.add(reactions);
		},
	} as const;
	readonly #listener: GuideListener;
	readonly #sync = new ClockSync(() => this.#readClock());
	/** The steps of the room and of the guide, to recognise changes. */
	#steps = '';

	constructor({ createHub, ...listener }: LiveRoomOptions) {
		this.#listener = listener;
		this.connection = new LiveConnection(createHub, eagerBackoff);
	}

	get isOver(): boolean {
		return this.moment?.phase === 'finished' || this.moment?.phase === 'cancelled';
	}

	/** The server's clock now, in milliseconds. */
	readonly now = (): number => this.#sync.now();

	/** Connects until the returned function is called. */
	open(): () => void {
		const refreshGuide = () => this.guide?.refresh();
		const detach = this.connection.attach({ onconnected: (hub) => void this.#sync.start(hub) });
		const disconnect = this.connection.keepOpen();
		document.addEventListener('visibilitychange', refreshGuide);
		return () => {
			document.removeEventListener('visibilitychange', refreshGuide);
			this.stop();
			detach();
			disconnect();
		};
	}

	/** Ends what runs by itself. */
	protected stop(): void {
		this.#sync.stop();
		this.guide?.pause();
	}

	/** Sets the clock by a snapshot that was taken during a call. */
	protected readServerTime(serverMs: number, trip: Trip): void {
		this.#sync.add({ ...trip, serverMs });
	}

	/** Shows a snapshot of the room, and guides through the person's own steps, which take the same time as the room's. */
	protected show(moment: TimelineSnapshot, room: readonly SessionStep[], own = room): void {
		const steps = JSON.stringify([moment.sessionId, room, own]);
		const before = this.moment;
		this.moment = moment;
		if (this.guide && steps === this.#steps) {
			this.guide.follow(moment);
		} else {
			this.#steps = steps;
			this.guide?.pause();
			this.guide = new RoomGuide(own, room, moment, this.now, this.#listener);
		}
		this.onmoment(before, moment);
	}

	/** Shows no room. */
	protected clear(): void {
		this.guide?.pause();
		this.guide = this.moment = undefined;
	}

	protected isShown({ sessionId }: { sessionId: string }): boolean {
		return sessionId === this.moment?.sessionId;
	}

	/** Runs after each change of the timeline. */
	protected onmoment(_before: TimelineSnapshot | undefined, _now: TimelineSnapshot): void {}

	#change(moment: TimelineSnapshot): Outcome {
		const before = this.moment;
		if (!before || !this.isShown(moment)) return;
		const order = follows(before, moment);
		if (order === 'gap') return 'gap';
		if (order === 'old') return;
		this.moment = moment;
		this.guide?.follow(moment);
		this.onmoment(before, moment);
	}

	#readClock(): void {
		this.errorMs = this.#sync.errorMs;
		this.guide?.refresh();
	}
}
