/** How much is done of what was due, wherever it is shown. */
export const teamToday = {
	doneOfDue: (done: number, due: number) => `${done} of ${due}`,
	doneToday: (done: number) => `${done} done`,
};
