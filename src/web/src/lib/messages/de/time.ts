import type * as en from '../en';
import { count } from '../plural';

export const time: typeof en.time = {
	minutes: (value: number) => `${value} Min.`,
	days: (value: number) => count(value, 'Tag', 'Tage'),
	tomorrowAt: (clock: string) => `morgen, ${clock}`,
	challengeZone: (challenge: string, own: string) =>
		`Die Challenge läuft in ${challenge}. Deine eigenen Tage beginnen und enden in ${own}.`,
	changeZone: 'Meine Zeitzone ändern',
	keepZone: 'Das stimmt so',
	dayAt: (day: string, clock: string) => `${day}, ${clock}`,
};
