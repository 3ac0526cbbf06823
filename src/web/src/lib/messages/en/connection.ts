/** The state of the live connection. */
export const connection = {
	offlineHint: 'The boards stand still until the connection is back. Trying on.',
	offline: 'Offline',
	reconnecting: 'Reconnecting…',
	connecting: 'Connecting…',
	live: 'Live',
};
