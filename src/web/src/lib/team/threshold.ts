/** How many of those due must be done for the team day to count: the percentage, rounded up. */
export function needed(due: number, thresholdPercent: number): number {
	return Math.ceil((due * thresholdPercent) / 100);
}
