/** The sizes of teams after so many people were put into them, each into one of the smallest. */
export function balancedSizes(sizes: readonly number[], people: number): number[] {
	const after = [...sizes];
	for (let left = people; left > 0 && after.length > 0; left--) {
		const smallest = after.indexOf(Math.min(...after));
		after[smallest] = (after[smallest] ?? 0) + 1;
	}
	return after;
}
