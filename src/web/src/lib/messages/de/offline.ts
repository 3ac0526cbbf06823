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
			? 'Eine fertige Übungsfolge wartet darauf, gesendet zu werden. Sie ist auf diesem Gerät aufgehoben.'
			: `${count(value, 'fertige Übungsfolge', 'fertige Übungsfolgen')} warten darauf, gesendet zu werden. Sie sind auf diesem Gerät aufgehoben.`,
	refused: 'Eine Übungsfolge, die du früher beendet hast, konnte nicht mehr zählen.',
	understood: 'In Ordnung',
	proxySignIn:
		'Dein Netzwerk möchte, dass du dich dort zuerst anmeldest. Bis dahin lässt sich nichts laden oder speichern.',
	toProxySignIn: 'Zur Anmeldung',
	newVersion: 'Eine neue Version ist bereit.',
	notNow: 'Jetzt nicht',
	reload: 'Neu laden',
};
