import { untrack } from 'svelte';
import { ApiProblem } from '$lib/api/problem';
import { withTimeout } from '$lib/time/withTimeout';
import { backoff, jittered } from './backoff';
import type { ConnectionStatus, ConnectionUser, LiveConnection } from './connection.svelte';
import type { Hub } from './hub';
import { readRefusal, type Refusal } from './refusal';

/** The connection's status; `stale` while it is up, but the snapshot was refused or does not come. */
export type LiveStatus = ConnectionStatus | 'stale';

/** `gap` if a message before this one is missing, or if the whole has changed. */
export type Outcome = 'gap' | undefined;

/** When a request was sent and answered, on the monotonic clock. */
export interface Trip {
	sentMs: number;
	receivedMs: number;
}

/** Where a snapshot comes from, and what is done with it and with the messages that change it. */
export interface FeedSource<Snapshot> {
	/** Asks the hub for the snapshot; from then on it sends the messages. */
	ask: (hub: Hub) => Promise<Snapshot>;
	take: (snapshot: Snapshot, trip: Trip) => void;
	/** Apply the hub's messages, by event, and answer an {@link Outcome}. They ignore what the snapshot includes already. */
	handlers: Readonly<Record<string, (message: never) => unknown>>;
	/** Learns why the snapshot was refused; answers whether the feed shall ask again by itself. */
	onrefused?: (refusal: Refusal) => boolean;
	/** Fetches the snapshot by a request, while there is no connection; undefined if only the hub gives it. */
	poll: { fetch: () => Promise<Snapshot | undefined>; everyMs: number };
}

/** An answer of the hub that takes longer does not come. */
const ANSWER_TIMEOUT_MS = 10_000;
/** After so long without a failure the waits begin anew. */
const HEALTHY_AFTER_MS = 10_000;

/**
 * A snapshot that messages of the hub keep up to date. Messages that arrive before the snapshot are applied after it. After a
 * gap, a reconnect or a failure the snapshot is fetched again; an answer that a later question has overtaken is dropped.
 */
export class SnapshotFeed<Snapshot> {
	#isCurrent = $state(false);
	#isStale = $state(false);

	#hub: Hub | undefined;
	#detach: (() => unknown) | undefined;
	#generation = 0;
	/** Messages that wait for a snapshot; undefined while there is one. */
	#early: (() => void)[] | undefined = [];
	#failures = 0;
	#currentSince = Infinity;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#polling = false;
	#hasSnapshot = false;
	readonly #connection: LiveConnection;
	readonly #source: FeedSource<Snapshot>;
	readonly #listeners: [string, (message: never) => void][];

	constructor(connection: LiveConnection, source: FeedSource<Snapshot>) {
		this.#connection = connection;
		this.#source = source;
		this.#listeners = Object.entries(source.handlers).map(([event, handle]) => [
			event,
			(message) => this.#receive(handle, message),
		]);
	}

	get status(): LiveStatus {
		const status = this.#connection.status;
		if (status !== 'live' || this.#isCurrent) return status;
		return this.#isStale ? 'stale' : 'connecting';
	}

	/** Asks now, and after each connect until it is closed. */
	open(): void {
		if (this.#detach) return;
		const user: ConnectionUser = {
			onconnected: (hub) => this.#connected(hub),
			onoffline: () => this.#startPolling(),
		};
		this.#detach = this.#connection.attach(user);
	}

	close(): void {
		this.#detach?.();
		this.#detach = undefined;
		this.#begin();
		this.#polling = false;
		this.#failures = 0;
		this.#listeners.forEach(([event, listener]) => this.#hub?.off(event, listener));
		this.#hub = undefined;
	}

	/** Fetches the snapshot again. */
	refresh(): void {
		if (this.#polling) void this.#poll();
		else void this.#ask();
	}

	#connected(hub: Hub): void {
		if (hub !== this.#hub) {
			this.#listeners.forEach(([event, listener]) => hub.on(event, listener));
			this.#hub = hub;
		}
		this.#polling = false;
		this.#isCurrent = this.#isStale = false;
		void this.#ask();
	}

	/** Drops what was asked before. */
	#begin(): number {
		clearTimeout(this.#timer);
		this.#early = [];
		return ++this.#generation;
	}

	async #ask(): Promise<void> {
		if (!this.#hub || untrack(() => this.#connection.status) !== 'live') return;
		const generation = this.#begin();
		const sentMs = performance.now();
		try {
			const snapshot = await withTimeout(this.#source.ask(this.#hub), ANSWER_TIMEOUT_MS, () => {
				throw new Error('The hub does not answer.');
			});
			if (generation !== this.#generation) return;
			this.#isCurrent = true;
			this.#currentSince = performance.now();
			this.#take(snapshot, sentMs);
		} catch (error) {
			if (generation === this.#generation) this.#failed(error);
		}
	}

	#take(snapshot: Snapshot, sentMs: number): void {
		const early = this.#early ?? [];
		this.#early = undefined;
		this.#hasSnapshot = true;
		this.#source.take(snapshot, { sentMs, receivedMs: performance.now() });
		early.forEach((message) => message());
	}

	#failed(error: unknown): void {
		const refusal = readRefusal(error);
		// After a lost connection the next connect asks.
		if (!refusal && this.#connection.status !== 'live') return;
		this.#isCurrent = false;
		this.#isStale = true;
		const asksAgain = !refusal || (this.#source.onrefused?.(refusal) ?? true);
		if (asksAgain) this.#askLater();
		else this.close();
	}

	#receive(handle: (message: never) => unknown, message: never): void {
		if (this.#early) this.#early.push(() => this.#receive(handle, message));
		else if (handle(message) === 'gap') this.#askLater();
	}

	/** At once after a while of health, later and later otherwise. */
	#askLater(): void {
		if (this.#isCurrent && performance.now() - this.#currentSince >= HEALTHY_AFTER_MS) {
			this.#failures = 0;
		}
		const isFirst = this.#isCurrent && this.#failures === 0;
		this.#failures++;
		if (isFirst) {
			void this.#ask();
		} else {
			this.#begin();
			this.#timer = setTimeout(() => void this.#ask(), backoff(this.#failures));
		}
	}

	#startPolling(): void {
		if (this.#polling) return;
		const { everyMs } = this.#source.poll;
		this.#polling = true;
		this.#begin();
		// A server that comes back is not asked by everybody at once.
		const waitMs = this.#hasSnapshot ? jittered(everyMs) : 0;
		this.#timer = setTimeout(() => void this.#poll(), waitMs);
	}

	async #poll(): Promise<void> {
		const { poll, onrefused } = this.#source;
		const generation = this.#begin();
		const sentMs = performance.now();
		try {
			const snapshot = await poll.fetch();
			if (generation !== this.#generation) return;
			if (snapshot !== undefined) this.#take(snapshot, sentMs);
			this.#connection.noteRequest(true);
		} catch (error) {
			if (generation !== this.#generation) return;
			const problem = ApiProblem.from(error);
			const { kind: type, message: text } = problem;
			this.#connection.noteRequest(!problem.isUnreachable);
			if (!problem.isTransient && onrefused?.({ type, text, params: {} }) === false) this.close();
		}
		if (generation !== this.#generation) return;
		this.#timer = setTimeout(() => void this.#poll(), jittered(poll.everyMs));
	}
}
