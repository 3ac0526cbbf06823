import { longDay } from '$lib/time/format';

type Words = string | ((found: string) => string);

/** Sorts of problems, by the last part of their type. What is found in the English words is their date. */
const kinds: Readonly<Record<string, Words>> = {
	'invalid-request': 'Bitte prüf deine Angaben und versuch es noch einmal.',
	'malformed-request':
		'Der Server versteht diese Anfrage nicht. Lad die Seite neu und versuch es noch einmal.',
	'unknown-host':
		'Der Server antwortet nicht unter dieser Adresse. Öffne ihn unter seiner eigenen.',
	'not-signed-in': 'Dafür brauchst du ein Konto. Meld dich an und versuch es noch einmal.',
	'sign-in-failed': 'E-Mail oder Passwort stimmt nicht. Prüf beides und versuch es noch einmal.',
	forbidden: 'Dein Konto darf das nicht.',
	'foreign-origin': 'Änderungen nimmt der Server nur von seinen eigenen Seiten an.',
	'setup-code-needed':
		'Hier hat noch niemand ein Konto. Der Server hat beim Start einen Einrichtungscode ausgegeben: Gib ihn ein.',
	'setup-code-wrong':
		'Der Einrichtungscode ist ein anderer. Gib die 16 Buchstaben und Ziffern ein, die der Server bei seinem letzten Start ausgegeben hat.',
	'not-found': 'Das gibt es nicht, oder es ist nicht für dich bestimmt.',
	'method-not-allowed': 'Das geht hier nicht.',
	'captains-plan':
		'Pausen planen die Team-Captains und die Organisation. Eine Pause sofort öffnen kannst du.',
	conflict: 'Inzwischen hat sich etwas geändert. Lad die Seite neu und versuch es noch einmal.',
	'email-taken':
		'Zu dieser E-Mail gibt es schon ein Konto. Meld dich damit an, oder nimm eine andere.',
	'idempotency-key-reused': 'Diese Anfrage wurde schon beantwortet. Bitte versuch es noch einmal.',
	'idempotency-key-in-use': 'Diese Anfrage wird gerade beantwortet. Versuch es gleich noch einmal.',
	'too-large': 'Das ist zu viel auf einmal.',
	'unsupported-media-type': 'Der Server versteht diese Anfrage nicht.',
	'too-many-requests': 'Das war etwas schnell. Bitte wart einen Moment und versuch es noch einmal.',
	unexpected:
		'Auf dem Server ist etwas schiefgegangen. Versuch es noch einmal; bleibt es dabei, sag denen Bescheid, die ihn betreiben.',
	busy: 'Der Server hat gerade viel zu tun. Nichts wurde geändert; versuch es in ein paar Sekunden noch einmal.',
	'database-absent':
		'Der Server kommt gerade nicht an seine Daten. Versuch es in ein paar Sekunden noch einmal.',
	'database-unwritable':
		'Der Server kann gerade nichts speichern: Sein Datenträger ist voll oder schreibgeschützt. Nichts wurde geändert. Wer ihn betreibt, muss Platz schaffen; dann versuch es noch einmal.',
	'node-absent':
		'Ein Teil des Servers wird gerade ersetzt. Versuch es in ein paar Sekunden noch einmal.',

	'unknown-person': 'Dieses Konto gibt es nicht.',
	'unknown-challenge': 'Du bist in keiner Challenge mit dieser Kennung.',
	'unknown-code': 'Diesen Code gibt es nicht. Frag nach dem aktuellen.',
	'unknown-team': 'Dieses Team gibt es in der Challenge nicht.',
	'unknown-member': 'Diese Person ist nicht in der Challenge.',
	'challenge-exists': 'Diese Challenge gibt es schon.',
	'challenge-over': 'Diese Challenge ist vorbei; daran lässt sich nichts mehr ändern.',
	'last-organiser':
		'Du organisierst die Challenge als Einzige oder Einziger. Gib die Aufgabe zuerst weiter.',
	'organisers-only': 'Das kann nur, wer die Challenge organisiert.',
	'team-exists': 'Ein Team mit diesem Namen gibt es schon.',
	'too-many-teams': 'Mehr Teams kann eine Challenge nicht haben.',
	'challenge-started':
		'Die Challenge hat begonnen. Erster Tag, Zeitzone und Arbeitstage bleiben, und sie lässt sich nicht mehr löschen.',
	'starts-too-early': 'Eine Challenge kann höchstens 7 Tage zurück beginnen.',
	'starts-too-late': 'So weit im Voraus geht das nicht: höchstens ein Jahr.',

	'unknown-time-off': 'Diese freien Tage gibt es nicht mehr.',
	'time-off-past': 'Streichen lassen sich nur freie Tage ab morgen.',
	'command-reused':
		'Diese Eingabe wurde schon verwendet. Lad die Seite neu und versuch es noch einmal.',
	'run-completed':
		'Dieser Durchgang wurde schon gezählt. Für einen weiteren starte die Übungsfolge neu.',
	'unknown-session': 'Diese Pause gibt es nicht.',
	'unknown-run': 'Dieser Durchgang gehört nicht zu dir. Starte die Übungsfolge noch einmal.',
	'ledger-busy':
		'Gerade melden sich sehr viele. Nichts ist verloren: Versuch es gleich noch einmal.',
	'unknown-zone': 'Diese Zeitzone gibt es nicht. Ein Beispiel: Europe/Berlin.',
	'unknown-work-days': 'Wähl Wochentage von Montag bis Sonntag.',
	'impossible-date': 'Wähl einen Tag innerhalb eines Jahres.',
	'nothing-to-undo': (day) => `Am ${day} gibt es nichts zurückzunehmen.`,
	'too-early': 'So schnell geht es nicht. Lass dir Zeit.',
	'too-late': (day) => `Diese Übungsfolge gehört zum ${day}, und dieser Tag ist abgeschlossen.`,
	'already-done': (day) => `${day} ist schon erledigt; da gibt es nichts nachzutragen.`,
	'week-used': (day) => `In dieser Woche hast du schon ${day} nachgetragen. Ein Tag je Woche geht.`,
	'not-reportable': (day) =>
		`${day} lässt sich nicht nachtragen. Es geht nur der letzte verpasste Tag, bis zum Mittag des nächsten und höchstens eine Woche lang.`,
	'too-late-to-undo': (day) => `Das ließ sich nur bis zum Ende von ${day} zurücknehmen.`,
	'impossible-range':
		'Freie Tage enden frühestens am Tag, an dem sie beginnen, und dauern höchstens zehn Jahre.',
	'too-far-back': (day) => `Freie Tage können frühestens am ${day} beginnen.`,
	'too-many-back-dated':
		'Mehr Tage bis heute lassen sich in dieser Challenge nicht eintragen, nur noch Tage ab morgen.',
	'days-done': 'Diese Tage sind alle schon erledigt und bleiben es.',
	'time-counted': 'Der größte Teil dieser Zeit zählt schon für eine andere Übungsfolge oder Pause.',
	'too-many-results': 'Mehr Ergebnisse haben keinen Platz. Lösch zuerst ein altes.',
	'unknown-result': 'Dieses Ergebnis gibt es nicht mehr.',
	'unreadable-answer':
		'Der Server kann deine Antwort nicht mehr lesen. Antworte neu, oder lösch sie.',
	'unknown-calendar': 'Diesen Kalender gibt es nicht oder nicht mehr.',
	'unknown-wall': 'Diese Anzeige gibt es nicht oder nicht mehr.',
	'too-many-walls': 'Mehr Anzeigen kann eine Challenge nicht haben. Nimm zuerst eine ab.',
};

/** Sentences that say more than their sort of problem, and those of the hub, which come without one. */
const sentences: readonly (readonly [RegExp, Words])[] = [
	[/^'.+' is missing/, 'Bitte füll das aus.'],
	[/^'.+' needs at least (\d+) characters/, (least) => `Bitte mindestens ${least} Zeichen.`],
	[
		/^'.+' may have up to (\d+) (?:characters|letters)/,
		(most) => `Höchstens ${most} Zeichen, bitte.`,
	],
	[/^'.+' may have up to (\d+) dates/, (most) => `Höchstens ${most} Tage, bitte.`],
	[/^'.+' is not an e-mail/, 'Das sieht nicht nach einer E-Mail-Adresse aus.'],
	[
		/^'.+' is not the name of a time zone/,
		'Diese Zeitzone gibt es nicht. Ein Beispiel: Europe/Berlin.',
	],
	[/^'.+' needs at least one weekday/, 'Wähl mindestens einen Wochentag.'],
	[/^'.+' is a list of weekdays/, 'Wähl Wochentage von Montag bis Sonntag.'],
	[/^'.+' must be a date/, 'Bitte wähl einen Tag in diesem Zeitraum.'],
	[/^'.+' is a percentage/, 'Bitte gib eine Zahl von 1 bis 100 ein.'],
	[
		/^'.+' is .*number.* (from \S+ to \S+)\.$/,
		(range) => `Bitte gib eine Zahl ${inGerman(range)} ein.`,
	],
	[
		/^A password needs at least (\d+)/,
		(least) => `Ein Passwort braucht mindestens ${least} Zeichen.`,
	],
	[/^A password may have up to (\d+)/, (most) => `Ein Passwort hat höchstens ${most} Zeichen.`],
	[
		/^This password is one of the first/,
		'Auf dieses Passwort kämen viele zuerst. Nimm ein anderes.',
	],
	[
		/^Choose a password other than/,
		'Nimm ein anderes Passwort als deinen Namen oder deine E-Mail.',
	],

	[
		/^You have planned/,
		'Du hast schon drei Pausen geplant, die noch kommen. Sag zuerst eine davon ab.',
	],
	[
		/^This break has no planned start/,
		'Diese Pause hat keinen geplanten Beginn. Ihre Leitung startet sie.',
	],
	[
		/^Only its hosts and organisers can change/,
		'Nur ihre Leitung und die Organisation können diese Pause ändern oder absagen.',
	],
	[/^Only the next exercise/, 'Du kannst nur zur nächsten Übung springen.'],
	[
		/^Somebody in the room has this name/,
		'Diesen Namen hat schon jemand im Raum. Nimm einen anderen.',
	],
	[
		/^Many guests have come from here/,
		'Von hier sind gerade viele Gäste gekommen. Wart eine Minute und versuch es noch einmal.',
	],
	[/^There is no such break|^This break is over/, 'Diese Pause ist vorbei.'],
	[
		/^You have no place in this break/,
		'Du hast keinen Platz in dieser Pause. Komm mit dem Code und einem Namen herein.',
	],
	[/^This person is not in the break/, 'Diese Person ist nicht in der Pause.'],
	[/^There is a break with this id/, 'Diese Pause gibt es schon.'],
	[
		/^This break has room for (\d+) guests/,
		(most) => `Diese Pause hat Platz für ${most} Gäste, und sie sind alle da.`,
	],
	[/^The host has removed you/, 'Die Leitung hat dich aus dieser Pause entfernt.'],
	[/^Only the host/, 'Das kann nur die Leitung.'],
	[
		/^The host cannot be removed/,
		'Die Leitung lässt sich nicht entfernen. Übernimm sie zuerst, oder lass sie dir übergeben.',
	],
	[/^Only members of the challenge/, 'Leiten kann nur, wer in der Challenge ist.'],
	[/^This person is not in the room/, 'Diese Person ist gerade nicht im Raum.'],
	[/^Sign in first\./, 'Meld dich zuerst an.'],
	[/^There is nothing with this id/, 'Das gibt es nicht.'],
	[/^The clock's reading/, 'Die Uhr deines Geräts zeigt keine Zeit.'],
	[/^Something went wrong here/, 'Auf dem Server ist etwas schiefgegangen.'],
	[/^Join the break first/, 'Komm zuerst in die Pause.'],
	[
		/^The break has its host/,
		'Die Pause wird geleitet. Übernehmen lässt sie sich, wenn die Leitung 30 Sekunden weg ist.',
	],
	[
		/^A co-host, a captain or an organiser/,
		'Übernehmen kann, wer mitleitet, Team-Captain ist oder die Challenge organisiert.',
	],
	[
		/^You host (\d+) breaks/,
		(most) => `Du leitest schon ${most} Pausen, die noch kommen. Beende zuerst eine davon.`,
	],
	[/^Choose a start in the future/, 'Diese Zeit ist schon vorbei. Wähl eine spätere.'],
	[/^A break can be planned at most/, 'Eine Pause lässt sich höchstens ein Jahr im Voraus planen.'],
	[
		/^The break is not over yet/,
		'Die Pause läuft noch. Was du verpasst hast, holst du danach nach.',
	],
	[
		/^There is nothing to catch up/,
		'Von dieser Pause gibt es nichts nachzuholen. Allein üben kannst du jederzeit.',
	],
	[/^This break is too long ago/, 'Diese Pause ist zu lange her. Allein üben kannst du jederzeit.'],
	[/^The break has not started/, 'Die Pause hat noch nicht begonnen.'],
	[/^The break has started already/, 'Die Pause hat schon begonnen.'],
	[/^The break is not paused/, 'Die Pause ist nicht angehalten.'],
	[/^The break is paused already/, 'Die Pause ist schon angehalten.'],
	[/^Too many calls/, 'Das war etwas schnell. Bitte wart einen Moment und versuch es noch einmal.'],
	[
		/^Too many codes were tried/,
		'Es waren zu viele Versuche. Wart ein paar Minuten und versuch es dann noch einmal.',
	],
	[/^No break has this code/, 'Zu diesem Code gibt es keine Pause. Frag nach dem richtigen.'],
	[/^Tell us a name/, 'Sag uns einen Namen für den Raum.'],
	[/^A name has 1 to (\d+)/, (most) => `Ein Name hat 1 bis ${most} sichtbare Zeichen.`],
	[
		/^This wall's address does not hold/,
		'Die Adresse dieser Anzeige gilt nicht oder nicht mehr. Richte die Anzeige neu ein.',
	],
	[/^You are not in a challenge/, 'Du bist nicht in dieser Challenge.'],
	[/^A connection can|^There is no such board/, 'Das geht gerade nicht. Lad die Seite neu.'],
];

export const problems = {
	translate(kind: string, detail: string): string {
		for (const [sentence, words] of sentences) {
			const found = sentence.exec(detail);
			if (found) return say(words, found[1] ?? '');
		}
		const date = /\d{4}-\d\d-\d\d/.exec(detail)?.[0];
		const words = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
		return words === undefined ? '' : say(words, date ? longDay(date) : 'diesem Tag');
	},
};

const say = (words: Words, found: string) => (typeof words === 'string' ? words : words(found));

const inGerman = (range: string) => range.replace('from', 'von').replace('to', 'bis');
