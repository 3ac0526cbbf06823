/** Whether the browser can write times in a zone, for each zone asked: making a format is slow. */
const known = new Map<string, boolean>();

/** Whether the browser can write times in a zone: its data may be older than the zone. */
export function isKnownZone(zone: string): boolean {
	let isKnown = known.get(zone);
	if (isKnown === undefined) known.set(zone, (isKnown = canWrite(zone)));
	return isKnown;
}

function canWrite(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}

/** What browsers report besides names of the IANA database: an offset such as +01:00, or that they know none. */
const NO_NAME = /^([^A-Za-z]|Etc\/Unknown$)/;

/** The browser's time zone; undefined if it does not say a usable one. */
export function reportedZone(): string | undefined {
	const zone: unknown = new Intl.DateTimeFormat().resolvedOptions().timeZone;
	return typeof zone === 'string' && !NO_NAME.test(zone) && isKnownZone(zone) ? zone : undefined;
}

/** The browser's time zone, else UTC. */
export const browserZone = (): string => reportedZone() ?? 'UTC';

/** The zone in which the browser writes times of a zone: the same if it knows it, else its own. */
export const writtenZone = (zone: string): string => (isKnownZone(zone) ? zone : browserZone());

/** A format of instants in a zone, or in the browser's own if that is unknown. All formats with a zone are made here. */
export function zoned(
	zone: string,
	locale: string,
	options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat(locale, { ...options, timeZone: writtenZone(zone) });
}

/** A zone's name as people read it. */
export const zoneName = (zone: string) => zone.replaceAll('_', ' ');

/** Whether the clocks of two zones show the same time now. */
export function isSameTime(one: string, other: string, now = new Date()): boolean {
	const clock = (zone: string) =>
		zoned(zone, 'en', { dateStyle: 'short', timeStyle: 'short' }).format(now);
	return one === other || clock(one) === clock(other);
}
