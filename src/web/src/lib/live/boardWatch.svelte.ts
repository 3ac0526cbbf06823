import type { ApiProblem } from '$lib/api/problem';
import { Resource, type Loadable } from '$lib/api/resource.svelte';
import type { BoardKind, BoardSnapshot, StandingsChange } from '$lib/api/types';
import type { LiveConnection } from './connection.svelte';
import { ignoreLostConnection, type Hub } from './hub';
import { Pace } from './pace';
import { SnapshotFeed, type LiveStatus, type Outcome } from './snapshotFeed.svelte';
import { applyDelta } from './standings';

/** A longer board is redrawn at most once a second, because the layout of many rows is slow. */
const MAX_UNTHROTTLED_ROWS = 25;
const POLL_MS = 15_000;

/** One live board: fetched by a request first, then kept up to date by the hub. */
export class BoardWatch implements Loadable<BoardSnapshot> {
	#live = $state.raw<BoardSnapshot>();
	/** The board with all changes of the hub; `#live`, which is shown, may be older. */
	#latest: BoardSnapshot | undefined;
	#hub: Hub | undefined;
	readonly #pace = new Pace(1000);
	readonly #fetched: Resource<BoardSnapshot>;
	readonly #feed: SnapshotFeed<BoardSnapshot>;

	constructor(
		connection: LiveConnection,
		readonly challengeId: string,
		readonly name: BoardKind,
		fetch: () => Promise<BoardSnapshot>,
	) {
		this.#fetched = new Resource(fetch);
		this.#feed = new SnapshotFeed<BoardSnapshot>(connection, {
			ask: (hub) => (this.#hub = hub).invoke('WatchStandings', challengeId, name),
			take: (snapshot) => this.#take(snapshot),
			handlers: { StandingsChanged: (delta: StandingsChange) => this.#change(delta) },
			poll: { fetch, everyMs: POLL_MS },
		});
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

	get status(): LiveStatus {
		return this.#feed.status;
	}

	load(): Promise<void> {
		return this.#fetched.load();
	}

	/** Watches until {@link stop}. */
	watch(): void {
		this.#feed.open();
	}

	/** Fetches the whole board anew. */
	refresh(): void {
		void this.load();
		this.#feed.refresh();
	}

	async stop(): Promise<void> {
		this.#pace.cancel();
		this.#feed.close();
		await this.#hub
			?.invoke('UnwatchStandings', this.challengeId, this.name)
			.catch(ignoreLostConnection);
	}

	#take(snapshot: BoardSnapshot): void {
		this.#pace.cancel();
		this.#live = this.#latest = snapshot;
	}

	#change(delta: StandingsChange): Outcome {
		const isOurs = delta.challengeId === this.challengeId && delta.board === this.name;
		if (!isOurs || !this.#latest) return;
		const outcome = applyDelta(this.#latest, delta);
		if (outcome.kind === 'gap') return 'gap';
		if (outcome.kind === 'applied') this.#show(outcome.board);
	}

	#show(board: BoardSnapshot): void {
		this.#latest = board;
		if (board.rows.length <= MAX_UNTHROTTLED_ROWS) this.#live = board;
		else this.#pace.soon(() => (this.#live = this.#latest));
	}
}
