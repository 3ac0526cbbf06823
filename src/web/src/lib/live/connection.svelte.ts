import { backoff } from './backoff';
import type { Hub } from './hub';

export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'offline';

/** Offline is said only after several tries, so that a short break does not alarm anybody. */
const TRIES_BEFORE_OFFLINE = 3;

const loadHub = async () => (await import('./hub')).createHub();

/** The connection to the hub: opened on live views alone, and tried again for as long as they stay. */
export class LiveConnection {
	status = $state<LiveStatus>('connecting');

	#hub: Hub | undefined;
	#attempt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#open = false;
	#busy = false;
	readonly #createHub: () => Promise<Hub>;
	readonly #onConnected: (hub: Hub) => void;

	/** `onConnected` runs after each connect: that is the moment to ask for fresh snapshots. */
	constructor(onConnected: (hub: Hub) => void, createHub: () => Promise<Hub> = loadHub) {
		this.#onConnected = onConnected;
		this.#createHub = createHub;
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

	/** Tries at once, for example when the network is back. */
	hurry(): void {
		if (this.#open && this.status !== 'live') void this.#connect();
	}

	async #connect(): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		clearTimeout(this.#timer);
		try {
			const hub = (this.#hub ??= await this.#prepare());
			await hub.start();
			this.#attempt = 0;
			this.status = 'live';
			this.#onConnected(hub);
		} catch {
			this.#retry();
		} finally {
			this.#busy = false;
			// Closed while it was connecting: nobody waits for it any more.
			if (!this.#open) void this.#hub?.stop();
		}
	}

	async #prepare(): Promise<Hub> {
		const hub = await this.#createHub();
		hub.onclose(() => this.#retry());
		return hub;
	}

	#retry(): void {
		if (!this.#open) return;
		this.#attempt++;
		this.status = this.#attempt >= TRIES_BEFORE_OFFLINE ? 'offline' : 'reconnecting';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#connect(), backoff(this.#attempt));
	}
}
