import { language, loadProblemMessages } from '$lib/messages/language';

/** A connection to the hub. A handler must not return a value. */
export interface Hub {
	start(): Promise<void>;
	stop(): Promise<void>;
	invoke<T>(method: string, ...args: unknown[]): Promise<T>;
	on(event: string, handler: (message: never) => void): void;
	off(event: string, handler: (message: never) => void): void;
	/** Runs whenever a connection that stood ends, wanted or not. */
	onclose(handler: () => void): void;
}

/** The hub of this site. */
export async function createHub(): Promise<Hub> {
	const { SocketHub } = await import('./socketHub');
	// A web socket sends no header of ours.
	const url = new URL(`/live?language=${language()}`, location.href);
	return new SocketHub(url.href.replace(/^http/, 'ws'), undefined, loadProblemMessages);
}
