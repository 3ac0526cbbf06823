import type { ApiProblem } from '$lib/api/problem';
import { Resource, type Loadable } from '$lib/api/resource.svelte';
import type {
	BoardKind,
	BoardSnapshot,
	OwnRow,
	OwnRowChange,
	StandingsChange,
} from '$lib/api/types';
import { jittered } from './backoff';
import type { LiveConnection } from './connection.svelte';
import { ignoreLostConnection, type Hub } from './hub';
import { Pace } from './pace';
import { SnapshotFeed, type LiveStatus, type Outcome } from './snapshotFeed.svelte';
import { applyAround, applyDelta, applyOwnRow, ranked } from './standings';

/** A longer board is redrawn at most once a second, because the layout of many rows is slow. */
const MAX_UNTHROTTLED_ROWS = 25;
const POLL_MS = 15_000;
/** Neighbours are asked for at most this long after the own rank changed: everybody's may change at once. */
const AROUND_MS = 2_000;

/** One live board: fetched by a request first, then kept up to date by the hub. */
export class BoardWatch implements Loadable<BoardSnapshot> {
	#live = $state.raw<BoardSnapshot>();
	/** The board with all changes of the hub; `#live`, which is shown, may be older. */
	#latest: BoardSnapshot | undefined;
	#hub: Hub | undefined;
	/** Whether the rows around the own one are on the screen, the rank that they belong to, and the timer that asks for them. */
	#showsAround = false;
	#aroundRank: number | null | undefined;
	#aroundTimer: ReturnType<typeof setTimeout> | undefined;
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
			handlers: {
				StandingsChanged: (delta: StandingsChange) => this.#change(delta),
				OwnRowChanged: (change: OwnRowChange) => this.#changeOwn(change),
			},
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

	/** Keeps the rows around the own one up to date while they are on the screen. */
	showAround(isShown: boolean): void {
		this.#showsAround = isShown;
		this.#askAroundSoon();
	}

	async stop(): Promise<void> {
		this.#pace.cancel();
		clearTimeout(this.#aroundTimer);
		this.#showsAround = false;
		this.#feed.close();
		await this.#hub
			?.invoke('UnwatchStandings', this.challengeId, this.name)
			.catch(ignoreLostConnection);
	}

	#take(snapshot: BoardSnapshot): void {
		this.#pace.cancel();
		this.#live = this.#latest = ranked(snapshot);
		this.#aroundRank = this.#latest.own?.row.rank;
	}

	#isOurs({ challengeId, board }: StandingsChange | OwnRowChange): boolean {
		return challengeId === this.challengeId && board === this.name;
	}

	#change(delta: StandingsChange): Outcome {
		if (!this.#latest || !this.#isOurs(delta)) return;
		const outcome = applyDelta(this.#latest, delta);
		if (outcome.kind === 'gap') return 'gap';
		if (outcome.kind === 'applied') this.#show(outcome.board);
	}

	#changeOwn(change: OwnRowChange): void {
		if (this.#latest && this.#isOurs(change)) this.#show(applyOwnRow(this.#latest, change));
	}

	#show(board: BoardSnapshot): void {
		this.#latest = board;
		if (board.rows.length <= MAX_UNTHROTTLED_ROWS) this.#live = board;
		else this.#pace.soon(() => (this.#live = this.#latest));
		this.#askAroundSoon();
	}

	#askAroundSoon(): void {
		const isDue = this.#showsAround && this.#latest?.own?.row.rank !== this.#aroundRank;
		if (!isDue || this.#aroundTimer !== undefined) return;
		this.#aroundTimer = setTimeout(() => void this.#askAround(), jittered(AROUND_MS));
	}

	async #askAround(): Promise<void> {
		this.#aroundTimer = undefined;
		this.#aroundRank = this.#latest?.own?.row.rank;
		// After a lost connection the next snapshot has the rows.
		const own = await this.#hub
			?.invoke<OwnRow | null>('Around', this.challengeId, this.name)
			.catch(ignoreLostConnection);
		if (own && this.#latest) this.#show(applyAround(this.#latest, own.around));
	}
}
