import { untrack } from 'svelte';
import { fetchStandings } from '$lib/api/challenges';
import type { BoardKind } from '$lib/api/types';
import { BoardWatch } from './boardWatch.svelte';
import { LiveConnection } from './connection.svelte';
import type { Hub } from './hub';

/** The live part of the boards view: one connection, and the board that is shown. */
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

	/** Connects until the returned function is called. */
	open(): () => void {
		return this.#connection.keepOpen();
	}

	/** Fetches the board anew, because a day has begun. */
	refresh(): void {
		void this.watch?.load();
		if (this.#hub && this.status === 'live') void this.watch?.watch(this.#hub);
	}

	/** Shows and watches a board until the returned function is called. */
	show(challengeId: string, board: BoardKind): () => void {
		const watch = new BoardWatch(challengeId, board, () => fetchStandings(challengeId, board));
		this.watch = watch;
		void watch.load();
		const isLive = untrack(() => this.status) === 'live';
		if (this.#hub && isLive) void watch.watch(this.#hub);
		return () => void watch.stop();
	}
}
