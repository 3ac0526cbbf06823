import type { ApiProblem } from '$lib/api/problem';
import { Resource, type Loadable } from '$lib/api/resource.svelte';
import type { BoardKind, BoardSnapshot, StandingsChange } from '$lib/api/types';
import type { Hub } from './hub';
import { applyDelta } from './standings';

type Source = Pick<Hub, 'invoke' | 'on' | 'off'>;

/** One board as it stands and moves: fetched over HTTP first, then kept up by the hub. */
export class BoardWatch implements Loadable<BoardSnapshot> {
	#live = $state.raw<BoardSnapshot>();
	readonly #fetched: Resource<BoardSnapshot>;
	#hub: Source | undefined;
	/** Changes that came while a snapshot was under way. */
	#early: StandingsChange[] | undefined;
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

	/** Watches through a hub that has just connected; a later connect replaces an earlier one. */
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
		hub?.off('StandingsChanged', this.#receive);
		await hub?.invoke('UnwatchStandings', this.challengeId, this.name).catch(ignoreLostConnection);
	}

	async #takeSnapshot(): Promise<void> {
		const generation = ++this.#generation;
		const early: StandingsChange[] = (this.#early = []);
		try {
			const snapshot = await this.#hub?.invoke<BoardSnapshot>(
				'WatchStandings',
				this.challengeId,
				this.name,
			);
			if (generation !== this.#generation || snapshot === undefined) return;
			this.#early = undefined;
			this.#live = snapshot;
			early.forEach(this.#receive);
		} catch (error) {
			if (generation === this.#generation) this.#early = undefined;
			ignoreLostConnection(error);
		}
	}

	readonly #receive = (delta: StandingsChange): void => {
		if (delta.challengeId !== this.challengeId || delta.board !== this.name) return;
		if (this.#early) {
			this.#early.push(delta);
		} else if (this.#live) {
			const outcome = applyDelta(this.#live, delta);
			if (outcome.kind === 'applied') this.#live = outcome.board;
			else if (outcome.kind === 'gap') void this.#takeSnapshot();
		}
	};
}

/** A call fails when the connection breaks; the next connect watches again, so nothing is lost. */
function ignoreLostConnection(_: unknown): void {}
