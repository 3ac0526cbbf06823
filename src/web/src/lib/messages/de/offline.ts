import type * as en from '../en';
import { count } from '../plural';

export const offline: typeof en.offline = {
	title: 'Du bist offline',
	text: 'Dein Tag zeigt sich wieder, sobald der Server erreichbar ist. Bis dahin:',
	goOnText:
		'Eine Übungsfolge läuft auch ohne Verbindung. Was du zu Ende bringst, wird aufgehoben und später gesendet.',
	exercises: 'Übungen lesen',
	help: 'Sicherheit nachlesen',
	waiting: (value: number) =>
		value === 1
			? 'Eine fertige Übungsfolge wartet darauf, gesendet zu werden.'
			: `${count(value, 'fertige Übungsfolge', 'fertige Übungsfolgen')} warten darauf, gesendet zu werden.`,
	waitingHere: 'Bis dahin bleibt alles auf diesem Gerät aufgehoben.',
	waitingInTab:
		'Dieser Browser bewahrt das nur in diesem Tab auf: Lass ihn offen, bis alles gesendet ist.',
	refused: 'Eine Übungsfolge, die du früher beendet hast, konnte nicht mehr zählen.',
	understood: 'In Ordnung',
	newVersion: 'Eine neue Version ist bereit.',
	notNow: 'Jetzt nicht',
	reload: 'Neu laden',
};
