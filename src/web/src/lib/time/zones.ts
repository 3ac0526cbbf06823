/** The browser's time zone. */
export function browserZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Whether the clocks of two zones show the same time now. */
export function isSameTime(first: string, second: string, now = new Date()): boolean {
	const clock = (timeZone: string) => now.toLocaleString('en', { timeZone });
	return first === second || clock(first) === clock(second);
}

/** A zone's name as people read it. */
export const zoneName = (zone: string) => zone.replaceAll('_', ' ');

/** All time zones that the browser knows, and those given. */
export function allZones(...always: string[]): string[] {
	const known = Intl.supportedValuesOf('timeZone');
	return [...new Set([...always, 'UTC', ...known])].sort();
}
