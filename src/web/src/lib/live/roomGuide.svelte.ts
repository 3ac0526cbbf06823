import { Guide, type GuideListener } from '$lib/player/guide.svelte';
import { Timeline } from '$lib/player/timeline';
import type { RoutineStepDetails } from '$lib/api/types';
import { positionAt } from './sessionMoment';
import type { SessionMoment } from './sessionShapes';

/** Leads through a routine in step with a room: how far it has come follows from the server's clock. */
export class RoomGuide extends Guide {
	#moment: SessionMoment;
	readonly #room: readonly number[];
	readonly #now: () => number;

	/**
	 * `steps` are one's own and may differ from the room's, whose planned milliseconds are `room`: they last as long in
	 * all, so that a position in the one is a position in the other. `now` is the server's clock.
	 */
	constructor(
		steps: readonly RoutineStepDetails[],
		room: readonly number[],
		moment: SessionMoment,
		now: () => number,
		listener: GuideListener = {},
	) {
		super(new Timeline(steps), positionAt(moment, room, now()), listener);
		this.#room = room;
		this.#moment = moment;
		this.#now = now;
		this.follow(moment);
	}

	override get elapsedMs(): number {
		return positionAt(this.#moment, this.#room, this.#now());
	}

	/** Goes on from what the server told. */
	follow(moment: SessionMoment): void {
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
