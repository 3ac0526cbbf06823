import { untrack } from 'svelte';
import { fetchStandings } from '$lib/api/challenges';
import type { BoardKind } from '$lib/api/types';
import { BoardWatch } from './boardWatch.svelte';
import { LiveConnection } from './connection.svelte';
import type { Hub } from './hub';

/** The boards view's live side: one connection, and the one board that is on screen. */
export class LiveStandings {
	watch = $state.raw<BoardWatch>();

	#hub: Hub | undefined;
	readonly #connection = new LiveConnection((hub) => {
		this.#hub = hub;
		void this.watch?.watch(hub);
	});

	get status() {
		return this.#connection.status;
	}

	/** Connects for as long as the view stays; returns how to end it. */
	open(): () => void {
		return this.#connection.keepOpen();
	}

	/** Puts a board on screen; returns how to take it away. */
	show(challengeId: string, board: BoardKind): () => void {
		const watch = new BoardWatch(challengeId, board, () => fetchStandings(challengeId, board));
		this.watch = watch;
		void watch.load();
		const isLive = untrack(() => this.status) === 'live';
		if (this.#hub && isLive) void watch.watch(this.#hub);
		return () => void watch.stop();
	}
}
