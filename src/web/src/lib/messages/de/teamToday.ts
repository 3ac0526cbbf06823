import type * as en from '../en';

export const teamToday: typeof en.teamToday = {
	doneOfDue: (done: number, due: number) => `${done} von ${due}`,
	doneToday: (done: number) => `${done} erledigt`,
};
