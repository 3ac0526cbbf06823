import type { ApiProblem } from '$lib/api/problem';
import { Resource, type Loadable } from '$lib/api/resource.svelte';
import type { BoardKind, BoardSnapshot, StandingsChange } from '$lib/api/types';
import type { Hub } from './hub';
import { ignoreLostConnection } from './lostConnection';
import { Pace } from './pace';
import { applyDelta } from './standings';

type Source = Pick<Hub, 'invoke' | 'on' | 'off'>;

/** A longer board is redrawn at most once a second, because the layout of many rows is slow. */
const MAX_UNTHROTTLED_ROWS = 25;

/** One live board: fetched over HTTP first, then updated by the hub. */
export class BoardWatch implements Loadable<BoardSnapshot> {
	#live = $state.raw<BoardSnapshot>();
	/** The board with all changes of the hub; `#live`, which is shown, may be older. */
	#latest: BoardSnapshot | undefined;
	readonly #pace = new Pace(1000);
	readonly #fetched: Resource<BoardSnapshot>;
	#hub: Source | undefined;
	/** Changes received while waiting for a snapshot. */
	#queued: StandingsChange[] | undefined;
	#generation = 0;

	constructor(
		readonly challengeId: string,
		readonly name: BoardKind,
		fetch: () => Promise<BoardSnapshot>,
	) {
		this.#fetched = new Resource(fetch);
	}

	get value(): BoardSnapshot | undefined {
		return this.#live ?? this.#fetched.value;
	}

	get problem(): ApiProblem | undefined {
		return this.#live ? undefined : this.#fetched.problem;
	}

	get loading(): boolean {
		return this.#fetched.loading;
	}

	load(): Promise<void> {
		return this.#fetched.load();
	}

	/** Starts to watch through a newly connected hub, in place of the previous one. */
	async watch(hub: Source): Promise<void> {
		this.#hub?.off('StandingsChanged', this.#receive);
		this.#hub = hub;
		hub.on('StandingsChanged', this.#receive);
		await this.#takeSnapshot();
	}

	async stop(): Promise<void> {
		const hub = this.#hub;
		this.#hub = undefined;
		this.#generation++;
		this.#pace.cancel();
		hub?.off('StandingsChanged', this.#receive);
		await hub?.invoke('UnwatchStandings', this.challengeId, this.name).catch(ignoreLostConnection);
	}

	async #takeSnapshot(): Promise<void> {
		const generation = ++this.#generation;
		const queued: StandingsChange[] = (this.#queued = []);
		try {
			const snapshot = await this.#hub?.invoke<BoardSnapshot>(
				'WatchStandings',
				this.challengeId,
				this.name,
			);
			if (generation !== this.#generation || snapshot === undefined) return;
			this.#queued = undefined;
			this.#pace.cancel();
			this.#live = this.#latest = snapshot;
			queued.forEach(this.#receive);
		} catch (error) {
			if (generation === this.#generation) this.#queued = undefined;
			ignoreLostConnection(error);
		}
	}

	readonly #receive = (delta: StandingsChange): void => {
		if (delta.challengeId !== this.challengeId || delta.board !== this.name) return;
		if (this.#queued) {
			this.#queued.push(delta);
		} else if (this.#latest) {
			const outcome = applyDelta(this.#latest, delta);
			if (outcome.kind === 'applied') this.#show(outcome.board);
			else if (outcome.kind === 'gap') void this.#takeSnapshot();
		}
	};

	#show(board: BoardSnapshot): void {
		this.#latest = board;
		if (board.rows.length <= MAX_UNTHROTTLED_ROWS) this.#live = board;
		else this.#pace.soon(() => (this.#live = this.#latest));
	}
}
