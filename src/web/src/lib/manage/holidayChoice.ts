/** The holidays with more days, in order and each once. */
export const withDays = (holidays: readonly string[], days: readonly string[]): string[] =>
	[...new Set([...holidays, ...days])].sort();
