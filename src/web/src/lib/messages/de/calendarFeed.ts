import type * as en from '../en';

export const calendarFeed: typeof en.calendarFeed = {
	title: 'Pausen in deinem Kalender',
	text: 'Abonniere diese Adresse in deinem Kalenderprogramm, dann erscheinen geplante Pausen dort. Sie gehört nur dir: Behandle sie wie einen Schlüssel.',
	create: 'Kalenderadresse anlegen',
	renewHint: 'Eine neue Adresse macht die alte ungültig.',
	shownOnce: 'Kopier sie jetzt: Sie wird nur dieses eine Mal gezeigt.',
	address: 'Kalenderadresse',
	copy: 'Adresse kopieren',
	copied: 'Kopiert',
	revoke: 'Kalenderadresse sperren',
	revoked: 'Deine Kalenderadresse gilt nicht mehr. Kalender, die sie nutzen, bekommen nichts mehr.',
};
