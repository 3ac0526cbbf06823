import { isKnownZone } from './zones';

/** Zones to choose from in a browser that cannot list its own. */
const COMMON = [
	...['Africa/Cairo', 'Africa/Johannesburg', 'Africa/Lagos', 'Africa/Nairobi'],
	...['America/Anchorage', 'America/Argentina/Buenos_Aires', 'America/Bogota', 'America/Chicago'],
	...['America/Denver', 'America/Halifax', 'America/Los_Angeles', 'America/Mexico_City'],
	...['America/New_York', 'America/Sao_Paulo', 'Asia/Dhaka', 'Asia/Dubai', 'Asia/Hong_Kong'],
	...['Asia/Jakarta', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Seoul', 'Asia/Shanghai'],
	...['Asia/Singapore', 'Asia/Tokyo', 'Australia/Perth', 'Australia/Sydney', 'Europe/Athens'],
	...['Europe/Berlin', 'Europe/Helsinki', 'Europe/Istanbul', 'Europe/Lisbon', 'Europe/London'],
	...['Europe/Madrid', 'Europe/Moscow', 'Europe/Paris', 'Europe/Rome', 'Europe/Warsaw'],
	...['Europe/Zurich', 'Pacific/Auckland', 'Pacific/Honolulu'],
];

/** All time zones that the browser knows, and those given. */
export function allZones(...always: string[]): string[] {
	const intl = Intl as { supportedValuesOf?: typeof Intl.supportedValuesOf };
	const known = intl.supportedValuesOf?.('timeZone') ?? COMMON.filter(isKnownZone);
	return [...new Set([...always, 'UTC', ...known])].sort();
}
