import type * as en from '../en';
import { count } from '../plural';

export const time: typeof en.time = {
	minutes: (value: number) => `${value} Min.`,
	days: (value: number) => count(value, 'Tag', 'Tage'),
	tomorrowAt: (clock: string) => `morgen, ${clock}`,
	dayAt: (day: string, clock: string) => `${day}, ${clock}`,
};
