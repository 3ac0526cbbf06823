/** How many of a team are done today, wherever it is shown. */
export const teamToday = {
	doneAndNeeded: (done: number, needed: number) =>
		needed === 0 ? `${done} done, goal reached` : `${done} done, ${needed} more to go`,
	doneToday: (done: number) => `${done} done`,
};
