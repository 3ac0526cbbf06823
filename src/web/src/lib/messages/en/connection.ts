/** The state of the live connection. */
export const connection = {
	offlineHint: 'The boards stand still until the connection is back. Trying on.',
	offline: 'Offline',
	reconnecting: 'Reconnecting…',
	connecting: 'Connecting…',
	live: 'Live',
	polling: 'Every few seconds',
	stale: 'Not up to date',
	blocked: 'This network blocks live connections. The page updates every few seconds instead.',
	staleText: 'The server does not send the current state right now. Trying on.',
};
