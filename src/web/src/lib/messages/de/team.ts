import type * as en from '../en';
import { count } from '../plural';

export const team: typeof en.team = {
	title: 'Team',
	yourTeam: 'Dein Team',
	toBoards: 'Zu den Ranglisten',
	today: 'Heute',
	done: (value: number) => `${value} heute erledigt`,
	doneLabel: 'heute erledigt',
	noGoal: 'Der heutige Tag zählt nicht für die Teamserie.',
	toGo: (value: number) => `Noch ${count(value, 'Person', 'Personen')}, dann wächst die Teamserie.`,
	reached: 'Genug für heute: Die Teamserie ist gewachsen.',
	whoDone: 'Heute erledigt',
	unnamed: (value: number) => count(value, 'weitere Person', 'weitere Personen'),
	notYet: 'Noch niemand. Wer fängt an?',
	small:
		'In einem Team mit weniger als fünf steht hier nur, wie viele fertig sind, mit den Punkten von heute früh. So lässt sich nicht ablesen, wer frei hat.',
	rank: 'Rang',
	unranked: 'Noch ohne Rang: Drei aus dem Team müssen angefangen haben.',
	streak: 'Teamserie',
	best: 'Rekord bisher',
	points: 'Punkte',
	days: 'Teamtage',
	daysHint: (percent: string) =>
		`Ein Tag ist erreicht, wenn ${percent} der Fälligen fertig sind. Frei und noch nicht fertig sehen hier gleich aus.`,
	week: 'Woche vom',
	inWords: 'Die Tage in Worten',
	dayReached: 'Erreicht',
	dayMissed: 'Verpasst',
	dayPending: 'Noch offen',
	dayNeutral: 'Zählt nicht',
	dayAhead: 'Kommt noch',
	dayDone: (done: number) => `${done} erledigt`,
	dayDoneAndNeeded: (state: string, done: number, needed: number) =>
		needed === 0
			? `${state}, ${done} erledigt`
			: `${state}, ${done} erledigt, noch ${needed} nötig`,
	count: 'Wie viele dabei waren',
	members: 'Mitglieder',
	captain: 'Team-Captain',
	you: 'Du',
	more: (value: number) =>
		value === 1 ? 'Und eine Person ohne Namen.' : `Und ${value} Personen ohne Namen.`,
	nobody: 'In diesem Team ist noch niemand.',
	named: 'Mit Namen erscheint nur, wer das möchte. Du kannst das unter „Ich“ ändern.',
	captainTitle: 'Was Team-Captains können',
	captainBreak: 'Eine gemeinsame Pause für alle starten oder planen.',
	captainTakeOver: 'Eine Pause übernehmen, deren Leitung seit einer halben Minute weg ist.',
	captainWall: 'Eine Anzeige mit der nächsten Pause und der Rangliste aufhängen.',
	organiserMembers: 'Teams, Feiertage und die Einladung ändern.',
	toChallenge: 'Zur Challenge',
};
