import { untrack } from 'svelte';
import { withTimeout } from '$lib/time/withTimeout';
import { backoff, jittered, liveBackoff } from './backoff';
import { createHub, type Hub } from './hub';

/** `polling` means that the network lets no WebSocket through, but requests. */
export type ConnectionStatus = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'polling';

/** What uses a connection. */
export interface ConnectionUser {
	/** Runs after each connect, to fetch a new snapshot. */
	onconnected: (hub: Hub) => void;
	/** Runs when several attempts have failed: what the connection would bring may come by requests. */
	onoffline?: () => void;
}

/** The status is `offline` only after several attempts, so that short interruptions go unnoticed. */
const ATTEMPTS_BEFORE_OFFLINE = 3;
/** An attempt without a result after this long is aborted. */
const ATTEMPT_TIMEOUT_MS = 5_000;
/** A younger attempt is not aborted when a retry is requested. */
const MIN_ATTEMPT_MS = 800;
/** A connection that does not answer a probe within this time is dead, even if the browser still reports it open. */
const PROBE_TIMEOUT_MS = 3_000;
/** A connection that ends sooner counts as failed, so that a server that accepts and drops is not hammered. */
const HEALTHY_AFTER_MS = 10_000;
const POLLING_RETRY_MS = 30_000;

/** The connection to the hub of a live view, with retries for as long as the view is open. */
export class LiveConnection {
	status = $state<ConnectionStatus>('connecting');

	#hub: Hub | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#open = false;
	/** Attempts that failed since the last connect. */
	#failures = 0;
	/** Connections in a row that ended before they were healthy. */
	#drops = 0;
	#connectedAt = 0;
	/** When the current attempt started, on the monotonic clock. */
	#attemptStartedAt: number | undefined;
	/** Since when the server answers requests, while there is no connection. */
	#reachedSince = Infinity;
	#retryRequested = false;
	#probing = false;
	#users: readonly ConnectionUser[] = [];
	readonly #createHub: () => Promise<Hub>;
	readonly #wait: (attempt: number) => number;

	constructor(
		create: () => Promise<Hub> = createHub,
		wait: (attempt: number) => number = liveBackoff,
	) {
		this.#createHub = create;
		this.#wait = wait;
	}

	/** Tells a user of the connection what happens, from its present state on, until the returned function is called. */
	attach(user: ConnectionUser): () => unknown {
		this.#users = [...this.#users, user];
		untrack(() => {
			if (this.status === 'live' && this.#hub) user.onconnected(this.#hub);
			if (this.status === 'offline' || this.status === 'polling') user.onoffline?.();
		});
		return () => (this.#users = this.#users.filter((other) => other !== user));
	}

	open(): void {
		if (this.#open) return;
		this.#open = true;
		this.#failures = this.#drops = 0;
		this.#reachedSince = Infinity;
		this.status = 'connecting';
		void this.#connect();
	}

	close(): void {
		this.#open = false;
		clearTimeout(this.#timer);
		void this.#hub?.stop();
	}

	/** Stays connected until the returned function is called; retries at once when it comes online or becomes visible. */
	keepOpen(): () => void {
		const ononline = () => this.retryNow();
		const onvisibilitychange = () => {
			if (document.visibilityState === 'visible') this.retryNow();
		};
		const onpagehide = () => this.close();
		// A page that returns from the back/forward cache reconnects.
		const onpageshow = () => this.open();

		window.addEventListener('online', ononline);
		document.addEventListener('visibilitychange', onvisibilitychange);
		window.addEventListener('pagehide', onpagehide);
		window.addEventListener('pageshow', onpageshow);
		this.open();

		return () => {
			window.removeEventListener('online', ononline);
			document.removeEventListener('visibilitychange', onvisibilitychange);
			window.removeEventListener('pagehide', onpagehide);
			window.removeEventListener('pageshow', onpageshow);
			this.close();
		};
	}

	/** Connects at once, for example when the network is back; probes a connection that is open. */
	retryNow(): void {
		if (!this.#open) return;
		if (this.status === 'live') void this.#probe();
		else if (this.#attemptStartedAt === undefined) void this.#connect();
		else if (performance.now() - this.#attemptStartedAt > MIN_ATTEMPT_MS) this.#abortAttempt();
	}

	/** Notes whether the server answered a request that was sent because there is no connection. */
	noteRequest(reached: boolean): void {
		if (this.status === 'live') return;
		if (!reached) {
			this.#reachedSince = Infinity;
			if (this.status === 'polling') this.status = 'offline';
		} else if (this.#reachedSince === Infinity) {
			this.#reachedSince = performance.now();
			// A server that is back takes connections too; only if the next attempt fails are they blocked.
			if (this.#drops < ATTEMPTS_BEFORE_OFFLINE) this.retryNow();
			else this.status = 'polling';
		}
	}

	async #connect(): Promise<void> {
		if (this.#attemptStartedAt !== undefined) return;
		const startedAt = (this.#attemptStartedAt = performance.now());
		this.#retryRequested = false;
		clearTimeout(this.#timer);
		const timeout = setTimeout(() => this.#abortAttempt(), ATTEMPT_TIMEOUT_MS);
		try {
			const hub = (this.#hub ??= await this.#prepare());
			await hub.start();
			this.#failures = 0;
			this.#reachedSince = Infinity;
			this.#connectedAt = performance.now();
			this.status = 'live';
			this.#users.forEach(({ onconnected }) => onconnected(hub));
		} catch {
			this.#failures++;
			this.#retry(this.#retryRequested ? 0 : undefined, startedAt >= this.#reachedSince);
		} finally {
			clearTimeout(timeout);
			this.#attemptStartedAt = undefined;
			// Closed while it was connecting.
			if (!this.#open) void this.#hub?.stop();
		}
	}

	async #prepare(): Promise<Hub> {
		const hub = await this.#createHub();
		hub.onclose(() => this.#dropped());
		return hub;
	}

	#dropped(): void {
		const wasHealthy = performance.now() - this.#connectedAt >= HEALTHY_AFTER_MS;
		this.#drops = wasHealthy ? 0 : this.#drops + 1;
		this.#retry();
	}

	/** Stopping makes the pending start fail, which schedules the next attempt. */
	#abortAttempt(): void {
		this.#retryRequested = true;
		void this.#hub?.stop();
	}

	async #probe(): Promise<void> {
		const hub = this.#hub;
		if (this.#probing || !hub) return;
		this.#probing = true;
		const isAlive = await answersInTime(hub);
		this.#probing = false;
		if (isAlive || !this.#open || this.status !== 'live') return;
		await hub.stop();
		this.retryNow();
	}

	#retry(waitMs?: number, isBlocked = false): void {
		if (!this.#open) return;
		const attempts = Math.max(this.#failures, this.#drops);
		if (isBlocked) this.status = 'polling';
		else this.status = attempts >= ATTEMPTS_BEFORE_OFFLINE ? 'offline' : 'reconnecting';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(
			() => void this.#connect(),
			isBlocked ? jittered(POLLING_RETRY_MS) : (waitMs ?? this.#waitMs()),
		);
		if (attempts >= ATTEMPTS_BEFORE_OFFLINE) this.#users.forEach(({ onoffline }) => onoffline?.());
	}

	#waitMs(): number {
		const dropped = this.#drops > 0 ? backoff(this.#drops) : 0;
		return Math.max(dropped, this.#wait(Math.max(1, this.#failures)));
	}
}

function answersInTime(hub: Hub): Promise<boolean> {
	const answer = hub.invoke('Sync', performance.now()).then(
		() => true,
		() => false,
	);
	return withTimeout(answer, PROBE_TIMEOUT_MS, () => false);
}
