import type * as en from '../en';
import { count } from '../plural';

export const progress: typeof en.progress = {
	title: 'Verlauf',
	none: 'Sobald du in einer Challenge bist, siehst du hier deine acht Wochen.',
	mapTitle: 'Deine acht Wochen',
	ring: 'Erledigte Tage bisher',
	ringText: (done: number, due: number) => `${done} von ${due}`,
	ringNone: 'Dein erster Tag kommt noch.',
	week: (value: number) => `Woche\u00a0${value}`,
	hold: (seconds: number) => `${seconds} s halten`,
	dynamic: (seconds: number) => `bewegt, ${seconds}\u00a0s`,
	blocksTitle: 'Was du in welchen Wochen machst',
	blockWeeks: (first: number, last: number) => `Woche ${first} und ${last}`,
	blockHolds: (holds: readonly string[]) => `Gehalten: ${holds.join(', dann ')}`,
	blockDynamic: (seconds: number) => `Bewegte Durchgänge von ${seconds}\u00a0s`,
	seconds: (value: number) => `${value} s`,
	stretches: 'Dehnungen',
	core: 'Rumpf und Kraft',
	now: 'jetzt',
	streak: 'Serie',
	best: 'Rekord',
	freezes: 'Joker',
	together: 'Gemeinsam',
	breaks: (value: number) => count(value, 'Pause', 'Pausen'),
	weekColumn: 'Woche',
};
