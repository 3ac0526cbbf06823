import { count } from '../plural';

export const time = {
	minutes: (value: number) => `${value} min`,
	days: (value: number) => count(value, 'day', 'days'),
	tomorrowAt: (clock: string) => `tomorrow, ${clock}`,
	challengeZone: (challenge: string, own: string) =>
		`The challenge is in ${challenge}. Your own days begin and end in ${own}.`,
	changeZone: 'Change my time zone',
	keepZone: 'This is right',
	dayAt: (day: string, clock: string) => `${day}, ${clock}`,
};
