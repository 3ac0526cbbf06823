import type * as en from '../en';
import { count } from '../plural';

export const join: typeof en.join = {
	title: 'Einer Challenge beitreten',
	code: 'Einladungscode',
	codeHint: 'Aus deiner Einladung, zum Beispiel von einem Aushang oder aus einem Chat.',
	go: 'Weiter',
	invited: 'Du bist eingeladen',
	team: 'Dein Team',
	noTeam: 'Später entscheiden',
	join: 'Beitreten',
	signUpAndJoin: 'Konto anlegen und beitreten',
	signInAndJoin: 'Anmelden und beitreten',
	how: 'Dein Konto',
	newHere: 'Ich bin neu hier',
	beenHere: 'Ich habe ein Konto',
	unknownCode:
		'Dieser Code passt zu keiner Challenge. Prüf ihn auf Tippfehler, oder frag nach einem neuen.',
	otherCode: 'Anderen Code versuchen',
	members: (value: number) => count(value, 'Person', 'Personen'),
};
