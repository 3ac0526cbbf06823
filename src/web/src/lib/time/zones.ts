/** The zone that this browser believes to be in. */
export function browserZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Every zone that the browser knows; the given ones are in it even where it does not. */
export function allZones(...always: string[]): string[] {
	const known = Intl.supportedValuesOf('timeZone');
	return [...new Set([...always, 'UTC', ...known])].sort();
}
