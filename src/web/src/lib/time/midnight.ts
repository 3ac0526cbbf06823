import { refreshOnReturn } from '$lib/api/refreshOnReturn';
import { dateIn } from './dates';
import { zoned } from './zones';

const DAY_MS = 86_400_000;
/** The date is looked at this often, so that a changed clock or a change to summer time is noticed. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** A device's clock may be a little ahead of the server's. */
const MARGIN_MS = 3_000;

/** Calls back after each midnight of a zone until the returned function is called; use it as the body of an effect. */
export function onMidnight(zone: string, then: () => unknown): () => void {
	const serverNow = () => Date.now() - MARGIN_MS;
	let date = dateIn(zone, new Date(serverNow()));
	let timer: ReturnType<typeof setTimeout>;

	const wait = () => {
		timer = setTimeout(check, Math.min(LONGEST_WAIT_MS, msUntilMidnight(zone, serverNow())));
	};
	const check = () => {
		const now = dateIn(zone, new Date(serverNow()));
		if (now !== date) {
			date = now;
			then();
		}
		wait();
	};

	wait();
	return () => clearTimeout(timer);
}

/** Loads again after each midnight of the zones, and when the page is looked at again; use it as the body of an effect. */
export function refreshDaily(zones: readonly string[], load: () => unknown): () => void {
	const stops = [...new Set(zones)].map((zone) => onMidnight(zone, load));
	stops.push(refreshOnReturn(load));
	return () => stops.forEach((stop) => stop());
}

/** By the clock of the zone; wrong by an hour if that changes before midnight. */
function msUntilMidnight(zone: string, now: number): number {
	const parts = zoned(zone, 'en-GB', { timeStyle: 'medium' });
	const [hours = 0, minutes = 0, seconds = 0] = parts.format(now).split(':').map(Number);
	return DAY_MS - ((hours * 60 + minutes) * 60 + seconds) * 1000 - (now % 1000);
}
