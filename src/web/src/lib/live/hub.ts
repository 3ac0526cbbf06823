import { getLocale } from '$lib/paraglide/runtime';

/** The part of SignalR's `HubConnection` that is used; a fake in tests. */
export interface Hub {
	start(): Promise<void>;
	/** Also ends a start that hangs. */
	stop(): Promise<void>;
	invoke<T>(method: string, ...args: unknown[]): Promise<T>;
	on(event: string, handler: (message: never) => void): void;
	off(event: string, handler: (message: never) => void): void;
	/** The handler runs when an established connection ends, also after `stop`. */
	onclose(handler: () => void): void;
}

const load = () => import('./signalRHub');

/** Loads the client while a live view still waits for other answers. */
export const preloadHub = (): void => void load().catch(() => undefined);

/** The hub of this site. */
export async function createHub(): Promise<Hub> {
	const { signalRHub } = await load();
	// A WebSocket cannot send an Accept-Language header of ours.
	const url = new URL(`/live?language=${getLocale()}`, location.href);
	return signalRHub(url.href);
}

/** For calls that fail when the connection is lost: the next connect fetches a new snapshot. */
export function ignoreLostConnection(_: unknown): void {}
