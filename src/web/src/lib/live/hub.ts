import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

/** The part of the library's connection that is used. A handler must not return a value. */
export interface Hub {
	start(): Promise<void>;
	stop(): Promise<void>;
	invoke<T>(method: string, ...args: unknown[]): Promise<T>;
	on(event: string, handler: (message: never) => void): void;
	off(event: string, handler: (message: never) => void): void;
	onclose(handler: () => void): void;
}

/** The only module that imports the hub library, so that it stays a chunk of its own. */
export function createHub(): Hub {
	return new HubConnectionBuilder()
		.withUrl('/live', { skipNegotiation: true, transport: HttpTransportType.WebSockets })
		.configureLogging(LogLevel.None)
		.build();
}
