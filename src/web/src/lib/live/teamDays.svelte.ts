import { SvelteMap } from 'svelte/reactivity';
import type { TeamToday, TeamTodayChanged } from '$lib/api/types';
import { LiveConnection } from './connection.svelte';
import { createHub, type Hub } from './hub';
import { ignoreLostConnection } from './lostConnection';

/** The days of the person's own teams as they change. */
export class TeamDays {
	readonly #changed = new SvelteMap<string, TeamToday>();
	readonly #connection: LiveConnection;
	readonly #onReconnected: () => void;
	#hub: Hub | undefined;

	/** `onReconnected` runs when changes may have been missed: fetch the days again. */
	constructor(onReconnected: () => void, create: () => Promise<Hub> = createHub) {
		this.#onReconnected = onReconnected;
		this.#connection = new LiveConnection((hub) => void this.#watch(hub), create);
	}

	/** Connects until the returned function is called; use it in an effect. */
	open(): () => void {
		return this.#connection.keepOpen();
	}

	/** A team's day: the newest of what was fetched and what was sent since. */
	of(teamId: string, fetched: TeamToday): TeamToday {
		return this.#changed.get(teamId) ?? fetched;
	}

	/** Drops what was sent so far, because newer days were fetched. */
	forget(): void {
		this.#changed.clear();
	}

	async #watch(hub: Hub): Promise<void> {
		const isFirst = this.#hub === undefined;
		this.#hub?.off('TeamTodayChanged', this.#receive);
		this.#hub = hub;
		hub.on('TeamTodayChanged', this.#receive);
		try {
			await hub.invoke('WatchMe');
			if (!isFirst) this.#onReconnected();
		} catch (error) {
			ignoreLostConnection(error);
		}
	}

	readonly #receive = ({ teamId, done, needed }: TeamTodayChanged): void => {
		this.#changed.set(teamId, { done, needed });
	};
}
