import { Guide, type GuideListener } from '$lib/player/guide.svelte';
import { Timeline } from '$lib/player/timeline';
import { positionAt } from './timelineSnapshot';
import type { TimelineSnapshot, SessionStep } from './sessionShapes';

/** Guides through a live break: the position follows from the room's timeline and the server's clock. */
export class RoomGuide extends Guide {
	#moment: TimelineSnapshot;
	readonly #room: readonly number[];
	readonly #now: () => number;

	/**
	 * `own` steps may differ from the `room`'s, but their total time is the same (rule 28), so a position holds for both.
	 * `now` is the server's clock.
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

	/** Applies the server's latest timeline. */
	follow(moment: TimelineSnapshot): void {
		this.#moment = moment;
		this.pause();
		this.running = moment.phase === 'running';
		if (moment.phase !== 'lobby' && moment.phase !== 'cancelled') this.look();
	}

	/** Reads the clock again, after it was set or the device slept. */
	refresh(): void {
		this.follow(this.#moment);
	}
}

/** A room's step in the form of the player's. */
function playable({ ms, getReadyMs, ...step }: SessionStep) {
	return { ...step, seconds: (ms - getReadyMs) / 1000, getReady: getReadyMs / 1000 };
}
