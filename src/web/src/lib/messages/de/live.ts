import type * as en from '../en';
import { count } from '../plural';

export const live: typeof en.live = {
	title: 'Gemeinsame Pause',
	lost: 'Die Verbindung ist weg. Bitte versuch es gleich noch einmal.',
	offlineHint:
		'Deine Pause läuft nach der Uhr dieses Geräts weiter. Wir versuchen, den Raum wieder zu erreichen.',
	removed: 'Die Leitung hat dich aus dieser Pause entfernt.',

	joinTitle: 'Zur gemeinsamen Pause',
	joinText: 'Ein paar Minuten zusammen dehnen, auf allen Bildschirmen im gleichen Takt.',
	name: 'Dein Name',
	nameHint: 'Die anderen im Raum sehen ihn.',
	join: 'Mitmachen',
	signInHint: 'Bist du in der Challenge? Meld dich zuerst an, dann zählt die Pause für deinen Tag.',
	signIn: 'Anmelden',
	arriving: 'Du kommst herein …',

	refusedTitle: 'Du kannst nicht mitmachen',
	otherCode: 'Anderen Code versuchen',
	code: 'Code der Pause',
	codeHint: 'Sechs Buchstaben und Ziffern, vom Bildschirm oder aus der Einladung.',
	codeTitle: 'Bei einer Pause mitmachen',
	go: 'Weiter',
	leftTitle: 'Du hast die Pause verlassen',
	leftText: 'Sie geht ohne dich weiter. Solange sie läuft, kannst du zurückkommen.',
	leftLobbyText: 'Sie hat noch nicht begonnen. Du kannst zurückkommen, bis sie vorbei ist.',
	comeBack: 'Zurückkommen',

	earlyTitle: 'Diese Pause ist noch nicht offen',
	earlyText: (moment: string) => `Beginn: ${moment}. Der Raum öffnet zehn Minuten vorher, in`,
	opensIn: 'Der Raum öffnet in',
	earlyHint: 'Lass diese Seite offen, dann bist du dabei, sobald es losgeht.',

	inviteTitle: 'Bring jemanden mit',
	inviteText: (host: string) => `Scann den Code, oder öffne ${host} und tipp ihn ein.`,
	qr: 'QR-Code, der in diesen Raum führt',

	waiting: 'Gleich geht es los, die Leitung startet',
	waitingHost: 'Starte, wenn alle da sind.',
	startsIn: 'Beginnt in',
	startsBySelf: 'Sie beginnt von selbst.',
	startsNow: 'Es geht los …',
	facts: (minutes: string, steps: number) => `${minutes} · ${count(steps, 'Schritt', 'Schritte')}`,

	here: 'Wer da ist',
	people: (value: number) => count(value, 'Person', 'Personen'),
	more: (value: number) => `und ${count(value, 'weitere', 'weitere')}`,
	you: 'du',
	roles: { host: 'Leitung', coHost: 'Mitleitung', guest: 'Gast' },
	about: (name: string) => `Was tun bei ${name}`,
	handOver: 'Leitung übergeben',
	makeCoHost: 'Mitleiten lassen',
	remove: 'Entfernen',
	removeTitle: 'Diese Person entfernen?',
	removeText: (name: string) =>
		`${name} verlässt den Raum sofort und kann nicht in diese Pause zurück.`,

	start: 'Jetzt starten',
	pause: 'Anhalten',
	resume: 'Weiter',
	skip: 'Auslassen',
	end: 'Beenden',
	endTitle: 'Die Pause für alle beenden?',
	endText: 'Eine Pause zählt, sobald vier Fünftel ihrer Zeit gelaufen sind.',
	cancelTitle: 'Die Pause absagen?',
	cancelText: 'Sie findet nicht statt, und der Raum schließt für alle.',
	endYes: 'Beenden',
	callOff: 'Absagen',
	hostControls: 'Für die Leitung',

	hostGone: 'Die Leitung ist weg. Die Pause läuft von selbst weiter.',
	hostGoneLobby: 'Die Leitung ist weg. Jemand muss übernehmen und die Pause starten.',
	takeOver: 'Leitung übernehmen',
	takeOverIn: (clock: string) => `Du kannst in ${clock} übernehmen.`,

	late: 'Du bist etwas später gekommen. Sollte es am Ende nicht zählen, kannst du die verpassten Schritte allein nachholen.',
	watching:
		'Du bist nach der Halbzeit gekommen: Dehn einfach mit. Damit dein Tag zählt, mach die Übungsfolge danach allein.',

	leave: 'Verlassen',
	leaveTitle: 'Die Pause verlassen?',
	leaveText: 'Sie geht ohne dich weiter, und solange sie läuft, kannst du zurückkommen.',
	leaveLobbyText: 'Die Pause hat noch nicht begonnen. Du kannst zurückkommen, bis sie vorbei ist.',
	leaveAsHostText:
		'Du leitest diese Pause, und sie hat noch nicht begonnen. Sag sie ab, übergib sie, oder komm rechtzeitig zurück: Ein leerer Raum schließt nach zehn Minuten.',
	handOverFirst: 'Übergeben',
	stay: 'Bleiben',
	way: 'So machst du mit',
	wayText:
		'Deine eigenen Übungen füllen die Zeit des Raums, nur auf deinem Bildschirm. Sonst merkt es niemand.',
	ways: { room: 'Wie alle', seated: 'Im Sitzen', gentle: 'Sanft' },
	react: 'Reagieren',
	reactions: {
		clap: 'Bravo',
		heart: 'Herz',
		smile: 'Lächeln',
		strong: 'Stark',
		wave: 'Winken',
	},
	clock: (milliseconds: number) => `±${Math.max(1, Math.round(milliseconds))} ms`,
	clockHint: 'Um so viel weicht die Uhr dieses Geräts höchstens von der des Raums ab.',
	keys: 'T: Restzeit',

	saysStarts: 'Die Pause beginnt.',
	saysPaused: 'Die Pause ist angehalten.',
	saysResumed: 'Die Pause geht weiter.',
	saysFinished: 'Die Pause ist zu Ende.',
	saysCancelled: 'Die Pause wurde abgesagt.',

	cancelledTitle: 'Die Pause wurde abgesagt',
	cancelledText: 'Du kannst trotzdem allein dehnen, wann immer es dir passt.',
	doneTitle: 'Gut gemacht, zusammen!',
	doneAlone: 'Gut gemacht!',
	counting: 'Dein Tag wird gezählt …',
	counted: 'Dein Tag zählt.',
	missedTitle: 'Fast geschafft',
	missedText: (steps: number) =>
		`Du hast ${count(steps, 'Schritt', 'Schritte')} verpasst. Hol ${steps === 1 ? 'ihn' : 'sie'} jetzt allein nach, dann zählt dein Tag.`,
	catchUp: 'Verpasste Schritte nachholen',
	notCountedTitle: 'Die Pause ist zu Ende',
	notCounted:
		'Für deinen Tag hat sie nicht gezählt: Der größte Teil muss laufen, während du da bist. Deine eigene Übungsfolge dauert genauso lang und zählt voll.',
	alone: 'Übungsfolge allein machen',
	guestText:
		'Danke fürs Mitdehnen. Mit einem Konto in der Challenge zählt eine Pause für deinen Tag.',
	strangerText:
		'Danke fürs Mitdehnen. Tritt der Challenge mit ihrem Einladungscode bei, dann zählt diese Pause für deinen Tag.',
	invitation: 'Einladungscode der Challenge',
	invitationHint: 'Wer dich eingeladen hat, kennt ihn, und alle in der Challenge.',
	joinChallenge: 'Der Challenge beitreten',
	signUp: 'Konto anlegen',
	unknownCredit: 'Dein Tag wird gerade gezählt. Du siehst ihn gleich unter „Heute“.',
	toToday: 'Zu „Heute“',
	toBoards: 'Zu den Ranglisten',
};
