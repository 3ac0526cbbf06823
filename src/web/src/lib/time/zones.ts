/** The browser's time zone. */
export function browserZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** All time zones that the browser knows, and those given. */
export function allZones(...always: string[]): string[] {
	const known = Intl.supportedValuesOf('timeZone');
	return [...new Set([...always, 'UTC', ...known])].sort();
}
