import { backoff } from './backoff';
import { createHub, type Hub } from './hub';

export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'offline';

/** The status is `offline` only after several attempts, so that short interruptions go unnoticed. */
const ATTEMPTS_BEFORE_OFFLINE = 3;
/** An attempt without a result after this long is aborted. */
const ATTEMPT_TIMEOUT_MS = 5_000;
/** A younger attempt is not aborted when a retry is requested. */
const MIN_ATTEMPT_MS = 800;
/** A connection that does not answer a probe within this time is dead, even if the browser still reports it open. */
const PROBE_TIMEOUT_MS = 1_200;

/** The connection to the hub of a live view, with retries for as long as the view is open. */
export class LiveConnection {
	status = $state<LiveStatus>('connecting');

	#hub: Hub | undefined;
	#attempt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#open = false;
	/** When the current attempt started, on the monotonic clock. */
	#attemptStartedAt: number | undefined;
	#retryRequested = false;
	#probing = false;
	readonly #createHub: () => Promise<Hub>;
	readonly #onConnected: (hub: Hub) => void;
	readonly #wait: (attempt: number) => number;

	/** `onConnected` runs after each connect, to fetch new snapshots. */
	constructor(
		onConnected: (hub: Hub) => void,
		create: () => Promise<Hub> = createHub,
		wait: (attempt: number) => number = backoff,
	) {
		this.#onConnected = onConnected;
		this.#createHub = create;
		this.#wait = wait;
	}

	open(): void {
		if (this.#open) return;
		this.#open = true;
		this.#attempt = 0;
		this.status = 'connecting';
		void this.#connect();
	}

	close(): void {
		this.#open = false;
		clearTimeout(this.#timer);
		void this.#hub?.stop();
	}

	/** Stays connected until the returned function is called; retries at once when it comes online or its visibility changes. */
	keepOpen(): () => void {
		const retryNow = () => this.retryNow();
		const onPageHide = () => this.close();
		// A page that returns from the back/forward cache reconnects.
		const onPageShow = () => this.open();

		window.addEventListener('online', retryNow);
		document.addEventListener('visibilitychange', retryNow);
		window.addEventListener('pagehide', onPageHide);
		window.addEventListener('pageshow', onPageShow);
		this.open();

		return () => {
			window.removeEventListener('online', retryNow);
			document.removeEventListener('visibilitychange', retryNow);
			window.removeEventListener('pagehide', onPageHide);
			window.removeEventListener('pageshow', onPageShow);
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

	async #connect(): Promise<void> {
		if (this.#attemptStartedAt !== undefined) return;
		this.#attemptStartedAt = performance.now();
		this.#retryRequested = false;
		clearTimeout(this.#timer);
		const timeout = setTimeout(() => this.#abortAttempt(), ATTEMPT_TIMEOUT_MS);
		try {
			const hub = (this.#hub ??= await this.#prepare());
			await hub.start();
			this.#attempt = 0;
			this.status = 'live';
			this.#onConnected(hub);
		} catch {
			this.#retry(this.#retryRequested ? 0 : undefined);
		} finally {
			clearTimeout(timeout);
			this.#attemptStartedAt = undefined;
			// Closed while it was connecting.
			if (!this.#open) void this.#hub?.stop();
		}
	}

	async #prepare(): Promise<Hub> {
		const hub = await this.#createHub();
		hub.onclose(() => this.#retry());
		return hub;
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
		this.#retry(0);
	}

	#retry(waitMs?: number): void {
		if (!this.#open) return;
		this.#attempt++;
		this.status = this.#attempt >= ATTEMPTS_BEFORE_OFFLINE ? 'offline' : 'reconnecting';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#connect(), waitMs ?? this.#wait(this.#attempt));
	}
}

function answersInTime(hub: Hub): Promise<boolean> {
	const answer = hub.invoke('Sync', performance.now()).then(
		() => true,
		() => false,
	);
	const timeout = new Promise<boolean>((resolve) =>
		setTimeout(() => resolve(false), PROBE_TIMEOUT_MS),
	);
	return Promise.race([answer, timeout]);
}
