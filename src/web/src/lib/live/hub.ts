import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { Hub } from './connection.svelte';

/** The only module that imports the hub library, so that it stays a chunk of its own. */
export function createHub(): Hub {
	return new HubConnectionBuilder()
		.withUrl('/live', { skipNegotiation: true, transport: HttpTransportType.WebSockets })
		.configureLogging(LogLevel.None)
		.build();
}
