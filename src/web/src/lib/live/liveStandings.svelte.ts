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
		const hurry = () => this.#connection.hurry();
		const leave = () => this.#connection.close();
		// A page that comes back from the back/forward cache connects anew.
		const comeBack = () => this.#connection.open();

		window.addEventListener('online', hurry);
		document.addEventListener('visibilitychange', hurry);
		window.addEventListener('pagehide', leave);
		window.addEventListener('pageshow', comeBack);
		this.#connection.open();

		return () => {
			window.removeEventListener('online', hurry);
			document.removeEventListener('visibilitychange', hurry);
			window.removeEventListener('pagehide', leave);
			window.removeEventListener('pageshow', comeBack);
			this.#connection.close();
		};
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
