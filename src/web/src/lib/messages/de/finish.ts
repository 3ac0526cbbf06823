import type * as en from '../en';
import { count } from '../plural';

export const finish: typeof en.finish = {
	restTitle: 'Atme einen Moment durch',
	restText: (clock: string) => `Du warst schnell. Es zählt in ${clock}.`,
	sending: 'Dein Tag wird gespeichert …',
	countedTitle: 'Gut gemacht!',
	counted: 'Dein Tag zählt.',
	countedAlready: 'Heute war schon gezählt; diese Minuten gibt es obendrauf.',
	streak: (value: number) => `${count(value, 'Tag', 'Tage')} in Folge`,
	keptTitle: 'Geschafft und aufgehoben',
	kept: 'Der Server ist gerade nicht erreichbar. Deine Übungsfolge wird gesendet, sobald es geht.',
	keptSignedOut:
		'Du bist abgemeldet. Deine Übungsfolge wird gesendet, wenn du dich wieder anmeldest.',
	keptForOwner:
		'Jetzt ist ein anderes Konto angemeldet. Deine Übungsfolge wird gesendet, wenn du dich wieder anmeldest.',
	keptHere: 'Bis dahin ist sie auf diesem Gerät aufgehoben.',
	keptInTab:
		'Dieser Browser bewahrt sie nur in diesem Tab auf: Lass ihn offen, bis sie gesendet ist.',
	refusedTitle: 'Nicht gezählt',
	toToday: 'Zurück zu „Heute“',
	toBoards: 'Zu den Ranglisten',
	replaceTitle: 'Neue Übungsfolge starten?',
	replaceText: 'Eine angefangene ist noch nicht fertig. Die neue tritt an ihre Stelle.',
	replace: 'Neu starten',
	goOn: 'Weitermachen',
	unknownTitle: 'Diese Übungsfolge ist nicht auf diesem Gerät',
	unknown: 'Eine Übungsfolge läuft dort, wo sie gestartet wurde. Starte unter „Heute“ eine neue.',
};
