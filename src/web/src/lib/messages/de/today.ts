import type * as en from '../en';
import { count } from '../plural';

export const variants: typeof en.variants = {
	desk: 'Tisch',
	mat: 'Matte',
	seated: 'Stuhl',
};

export const today: typeof en.today = {
	title: 'Heute',
	start: 'Start',
	startLabel: (routine: string) => `${routine} starten`,
	again: 'Noch eine Runde',
	goOn: 'Deine Übungsfolge fortsetzen',
	goOnText:
		'Du hast eine Übungsfolge angefangen. Was du bisher gemacht hast, ist auf diesem Gerät aufgehoben.',
	begunOn: (day: string) => `Sie zählt für ${day}, als du sie angefangen hast.`,
	startNew: 'Neu starten',
	howTitle: 'Wie du es heute machst',
	notYet: (minutes: number) =>
		`Rund ${count(minutes, 'ruhige Minute', 'ruhige Minuten')} für Rücken und Beine.`,
	contents: 'Was drin ist',
	part: (times: number, seconds: number) =>
		times > 1 ? `${times} × ${seconds} s` : `${seconds} s`,
	dayOff: 'Ein freier Tag: Nichts wird erwartet, eine Dehnung ist willkommen.',
	doneTitle: 'Für heute geschafft',
	doneText: 'Schön gedehnt. Bis zu deinem nächsten Tag.',
	undo: 'Heutigen Tag zurücknehmen',
	streak: 'Serie',
	streakDays: (value: number) => (value === 1 ? 'Tag in Folge' : 'Tage in Folge'),
	best: (value: number) => `Rekord bisher: ${count(value, 'Tag', 'Tage')}`,
	freezes: (value: number) =>
		value === 0 ? 'Kein Joker übrig' : `${count(value, 'Joker', 'Joker')} in Reserve`,
	freezesHint:
		'Ein Joker rettet deine Serie an einem Tag, den du verpasst. Jeder zehnte erledigte Tag bringt einen.',
	safeUntil: (moment: string) => `Sicher bis ${moment}`,
	lastDays: 'Die letzten 14 Tage',
	week: (value: number) => `Woche ${value} von 8`,
	reportQuestion: (day: string) => `Hast du am ${day} gedehnt?`,
	reportHint:
		'Einmal je Woche kannst du das selbst nachtragen, bis zum Mittag deines nächsten Tages.',
	reportYes: 'Ja, habe ich',
	team: 'Dein Team heute',
	teamStreak: (value: number) => `Teamserie: ${count(value, 'Tag', 'Tage')}`,
	noTeam: 'Du bist noch in keinem Team.',
	chooseTeam: 'Team wählen',
	toBoards: 'Zu den Ranglisten',
	timeOff: 'Freie Tage eintragen',
	zoneUnknown: (zone: string, here: string) =>
		`Dieser Browser kennt ${zone} nicht, wo deine Tage zählen: Zeiten stehen hier wie in ${here}.`,
	zoneDiffers: (browser: string, stored: string) =>
		`Dein Gerät ist in ${browser}, deine Tage zählen in ${stored}.`,
	zoneChange: 'Ändern',
};
