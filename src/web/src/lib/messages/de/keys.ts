import type * as en from '../en';

export const keys: typeof en.keys = {
	title: 'Tasten',
	show: 'Tasten',
	labels: { space: 'Leertaste', next: '→', back: '←', easier: 'E', time: 'T', help: '?' },
	names: {
		space: 'Anhalten und weitermachen',
		next: 'Schritt auslassen',
		back: 'Zurück zum Anfang des Schritts oder zum Schritt davor',
		easier: 'Leichtere oder übliche Form',
		time: 'Wie viel Zeit noch bleibt',
		help: 'Diese Liste',
	},
	letters: 'Tasten mit einem Zeichen verwenden',
	lettersHint: 'Schalte sie aus, wenn du Spracheingabe nutzt. Dieses Gerät merkt sich deine Wahl.',
	done: 'Fertig',
};
