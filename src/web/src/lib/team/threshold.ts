/** How many of those due have to be done for the day to count: the percentage, rounded up to whole people. */
export function needed(due: number, thresholdPercent: number): number {
	return Math.ceil((due * thresholdPercent) / 100);
}
