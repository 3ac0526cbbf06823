import { language, loadProblemMessages } from '$lib/messages/language';

/** A connection to the hub. A handler must not return a value. */
export interface Hub {
	start(): Promise<void>;
	stop(): Promise<void>;
	invoke<T>(method: string, ...args: unknown[]): Promise<T>;
	on(event: string, handler: (message: never) => void): void;
	off(event: string, handler: (message: never) => void): void;
	/** The handler runs when an established connection ends, also after `stop`. */
	onclose(handler: () => void): void;
}

/** The hub of this site. */
export async function createHub(): Promise<Hub> {
	const { SocketHub } = await import('./socketHub');
	// A WebSocket cannot send an Accept-Language header of ours.
	const url = new URL(`/live?language=${language()}`, location.href);
	return new SocketHub(url.href.replace(/^http/, 'ws'), undefined, loadProblemMessages);
}
