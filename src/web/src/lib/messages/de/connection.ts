import type * as en from '../en';

export const connection: typeof en.connection = {
	offlineHint:
		'Die Ranglisten stehen still, bis die Verbindung wieder da ist. Wir versuchen es weiter.',
	offline: 'Offline',
	reconnecting: 'Verbindet neu …',
	connecting: 'Verbindet …',
	live: 'Live',
	polling: 'Alle paar Sekunden',
	stale: 'Nicht aktuell',
	blocked:
		'Dieses Netz lässt keine Live-Verbindung durch. Die Seite aktualisiert sich stattdessen alle paar Sekunden.',
	staleText: 'Der Server schickt den aktuellen Stand gerade nicht. Wir versuchen es weiter.',
};
