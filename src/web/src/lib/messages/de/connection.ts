import type * as en from '../en';

export const connection: typeof en.connection = {
	offlineHint:
		'Die Ranglisten stehen still, bis die Verbindung wieder da ist. Wir versuchen es weiter.',
	offline: 'Offline',
	reconnecting: 'Verbindet neu …',
	connecting: 'Verbindet …',
	live: 'Live',
};
