import { refreshOnReturn } from '$lib/api/refreshOnReturn';
import { serverNow } from '$lib/api/serverClock';
import { datesIn } from './dates';

/** The clock is looked at this often: a timer until midnight would stand still while the device sleeps. */
const TICK_MS = 10_000;
/** The server's time is known to about a second. */
const MARGIN_MS = 2_000;

/**
 * Loads again after each midnight of the zones and after each of the instants, and when the page is looked at again; use it as
 * the body of an effect.
 */
export function refreshDaily(
	zones: readonly string[],
	load: () => unknown,
	instants: readonly string[] = [],
): () => void {
	const formats = [...new Set(zones)].map(datesIn);
	const ends = instants.map((instant) => Date.parse(instant));
	const look = () => {
		const now = serverNow().getTime() - MARGIN_MS;
		return [
			...formats.map((format) => format.format(now)),
			...ends.map((end) => end <= now),
		].join();
	};

	let seen = look();
	const timer = setInterval(() => {
		const now = look();
		if (now === seen) return;
		seen = now;
		load();
	}, TICK_MS);
	const stop = refreshOnReturn(load);
	return () => {
		clearInterval(timer);
		stop();
	};
}
