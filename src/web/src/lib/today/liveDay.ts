import type { TeamTodayChanged } from '$lib/api/types';
import { LiveConnection } from '$lib/live/connection.svelte';
import { createHub, ignoreLostConnection, type Hub } from '$lib/live/hub';
import { Pace } from '$lib/live/pace';

/** Many team members may finish at once; the day is fetched at most this often. */
const LEAST_MS_BETWEEN = 2_000;

type DayWatch = {
	/** Loads the day. */
	load: () => unknown;
	/** Takes a team's new day. */
	onTeamToday: (change: TeamTodayChanged) => unknown;
	/** The code of the break that is shown already. */
	shownBreak: () => string | undefined;
};

/**
 * Follows what changes in the day until the returned function is called: a break opens, the team moves, a team mate sends a nudge,
 * or it was done elsewhere.
 */
export function watchDay(
	{ load, onTeamToday, shownBreak }: DayWatch,
	create: () => Promise<Hub> = createHub,
): () => void {
	const pace = new Pace(LEAST_MS_BETWEEN);
	const loadSoon = () => pace.soon(() => void load());
	const onOpened = ({ code }: { code: string }) => {
		if (code !== shownBreak()) loadSoon();
	};
	const onTeamChanged = (change: TeamTodayChanged) => {
		onTeamToday(change);
		// The team's streak grows when its goal is reached.
		if (change.needed === 0) loadSoon();
	};
	let isReconnect = false;

	const connection = new LiveConnection(create);
	connection.attach({
		onconnected: (hub) => {
			hub.on('SessionOpened', onOpened);
			hub.on('TodayChanged', loadSoon);
			hub.on('Nudged', loadSoon);
			hub.on('TeamTodayChanged', onTeamChanged);
			hub.invoke('WatchMe').catch(ignoreLostConnection);
			// Changes may have been missed while there was no connection.
			if (isReconnect) loadSoon();
			isReconnect = true;
		},
	});

	const close = connection.keepOpen();
	return () => {
		pace.cancel();
		close();
	};
}
