import { count } from '../plural';

export const time = {
	minutes: (value: number) => `${value} min`,
	days: (value: number) => count(value, 'day', 'days'),
	tomorrowAt: (clock: string) => `tomorrow, ${clock}`,
	dayAt: (day: string, clock: string) => `${day}, ${clock}`,
};
