import {
	HttpTransportType,
	HubConnectionBuilder,
	LogLevel,
	type IHttpConnectionOptions,
} from '@microsoft/signalr';
import { loadProblemMessages } from '$lib/messages/problems';
import type { Hub } from './hub';

type Handler = (message: unknown) => void;

/** The server pings every 15 s; a longer silence means that the connection is lost. */
const SERVER_TIMEOUT_MS = 30_000;
/**
 * The server closes a connection from which nothing came for 30 s. The timers of a hidden tab may fire once a minute only;
 * SignalR then pings when a ping of the server arrives and its own is due. With this interval that is within 25 s.
 */
const KEEP_ALIVE_MS = 10_000;

/** A connection over WebSockets alone, like the server's, without a request to negotiate it. */
export function signalRHub(url: string): Hub {
	const attempt: { socket?: WebSocket } = {};
	// The types leave out the option to name a class of sockets.
	const options: IHttpConnectionOptions & { WebSocket: typeof WebSocket } = {
		transport: HttpTransportType.WebSockets,
		skipNegotiation: true,
		WebSocket: class extends WebSocket {
			constructor(address: string | URL) {
				super(address);
				attempt.socket = this;
			}
		},
	};
	const connection = new HubConnectionBuilder()
		.withUrl(url, options)
		.withServerTimeout(SERVER_TIMEOUT_MS)
		.withKeepAliveInterval(KEEP_ALIVE_MS)
		.configureLogging(LogLevel.None)
		.build();

	return {
		start: () => connection.start(),
		async stop() {
			// SignalR would wait until the attempt has failed by itself.
			if (attempt.socket?.readyState === WebSocket.CONNECTING) attempt.socket.close();
			await connection.stop();
		},
		async invoke<T>(method: string, ...args: unknown[]) {
			try {
				return await connection.invoke<T>(method, ...args);
			} catch (error) {
				await loadProblemMessages();
				throw error;
			}
		},
		on: (event, handler) => connection.on(event, handler as Handler),
		off: (event, handler) => connection.off(event, handler as Handler),
		onclose: (handler) => connection.onclose(handler),
	};
}
