/**
 * The fields of `after` that differ from `before`. Only these are sent, so that a form that has been open for a while does not
 * undo what was changed elsewhere.
 */
export function changesOf<Fields extends object>(before: Fields, after: Fields): Partial<Fields> {
	const isChanged = (key: string) =>
		JSON.stringify(before[key as keyof Fields]) !== JSON.stringify(after[key as keyof Fields]);
	return Object.fromEntries(
		Object.entries(after).filter(([key]) => isChanged(key)),
	) as Partial<Fields>;
}
