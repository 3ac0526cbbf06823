import { fetchStandings } from '$lib/api/challenges';
import type { BoardKind } from '$lib/api/types';
import { BoardWatch } from './boardWatch.svelte';
import { LiveConnection } from './connection.svelte';
import type { LiveStatus } from './snapshotFeed.svelte';

/** The live part of the boards view: one connection, and the board that is shown. */
export class LiveStandings {
	watch = $state.raw<BoardWatch>();

	readonly #connection = new LiveConnection();

	get status(): LiveStatus {
		return this.watch?.status ?? 'connecting';
	}

	/** Connects until the returned function is called. */
	open(): () => void {
		return this.#connection.keepOpen();
	}

	/** Fetches the board anew, because a day has begun. */
	refresh(): void {
		this.watch?.refresh();
	}

	/** Shows and watches a board until the returned function is called. */
	show(challengeId: string, board: BoardKind): () => void {
		const fetch = () => fetchStandings(challengeId, board);
		const watch = new BoardWatch(this.#connection, challengeId, board, fetch);
		this.watch = watch;
		void watch.load();
		watch.watch();
		return () => void watch.stop();
	}
}
