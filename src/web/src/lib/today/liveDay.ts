import { LiveConnection } from '$lib/live/connection.svelte';
import { createHub, type Hub } from '$lib/live/hub';
import { ignoreLostConnection } from '$lib/live/lostConnection';
import { Pace } from '$lib/live/pace';

/** Many team members may finish at once; the day is fetched at most this often. */
const LEAST_MS_BETWEEN = 2_000;

/**
 * Loads the day again when something in it changes: a break opens, the team moves, or it was done elsewhere. Connected until the
 * returned function is called. `shownBreak` is the code of the break that is shown already.
 */
export function watchDay(
	load: () => unknown,
	shownBreak: () => string | undefined,
	create: () => Promise<Hub> = createHub,
): () => void {
	const pace = new Pace(LEAST_MS_BETWEEN);
	const loadSoon = () => pace.soon(() => void load());
	const onOpened = ({ code }: { code: string }) => {
		if (code !== shownBreak()) loadSoon();
	};
	let isReconnect = false;

	const connection = new LiveConnection((hub) => {
		hub.on('SessionOpened', onOpened);
		hub.on('TodayChanged', loadSoon);
		hub.on('TeamTodayChanged', loadSoon);
		hub.invoke('WatchMe').catch(ignoreLostConnection);
		// Changes may have been missed while there was no connection.
		if (isReconnect) loadSoon();
		isReconnect = true;
	}, create);

	const close = connection.keepOpen();
	return () => {
		pace.cancel();
		close();
	};
}
