import type * as en from '../en';

export const teamToday: typeof en.teamToday = {
	doneAndNeeded: (done: number, needed: number) =>
		needed === 0
			? `${done} erledigt, Ziel erreicht`
			: `${done} erledigt, noch ${needed} bis zum Ziel`,
	doneToday: (done: number) => `${done} erledigt`,
};
