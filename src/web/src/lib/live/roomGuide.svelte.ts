import { Guide, type GuideListener } from '$lib/player/guide.svelte';
import { Timeline } from '$lib/player/timeline';
import { positionAt } from './timelineSnapshot';
import type { TimelineSnapshot, SessionStep } from './sessionShapes';

/** Leads through a routine in step with a room: how far it has come follows from the server's clock. */
export class RoomGuide extends Guide {
	#moment: TimelineSnapshot;
	readonly #room: readonly number[];
	readonly #now: () => number;

	/**
	 * `own` steps may differ from the `room`'s: they last as long in all, so that a position in the ones is a position in
	 * the others. `now` is the server's clock.
	 */
	constructor(
		own: readonly SessionStep[],
		room: readonly SessionStep[],
		moment: TimelineSnapshot,
		now: () => number,
		listener: GuideListener = {},
	) {
		const lengths = room.map(({ ms }) => ms);
		super(new Timeline(own.map(playable)), positionAt(moment, lengths, now()), listener);
		this.#room = lengths;
		this.#moment = moment;
		this.#now = now;
		this.follow(moment);
	}

	override get elapsedMs(): number {
		return positionAt(this.#moment, this.#room, this.#now());
	}

	/** Goes on from what the server told. */
	follow(moment: TimelineSnapshot): void {
		this.#moment = moment;
		this.pause();
		this.running = moment.phase === 'running';
		if (moment.phase !== 'lobby' && moment.phase !== 'cancelled') this.look();
	}

	/** Looks at the clock again: it was set, or this browser slept. */
	refresh(): void {
		this.follow(this.#moment);
	}
}

/** A room's step as the player's views take it. */
function playable({ ms, getReadyMs, ...step }: SessionStep) {
	return { ...step, seconds: (ms - getReadyMs) / 1000, getReady: getReadyMs / 1000 };
}
