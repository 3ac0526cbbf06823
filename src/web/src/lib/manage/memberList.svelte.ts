import { untrack } from 'svelte';
import { fetchMembers, type MemberFilter } from '$lib/api/manage';
import { ApiProblem } from '$lib/api/problem';
import type { MemberView } from '$lib/api/types';

/** How many members the server sends at a time. */
const PAGE = 100;
/** How long after the last key a search begins, in milliseconds. */
const DEBOUNCE_MS = 250;

/** The members that fit a filter, page by page. An answer to an earlier filter is dropped. */
export class MemberList {
	rows = $state.raw<readonly MemberView[]>();
	problem = $state.raw<ApiProblem>();
	loading = $state(false);
	/** Whether there may be more. */
	more = $state(false);

	#filter: MemberFilter = {};
	#generation = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly challengeId: string,
		private readonly fetch = fetchMembers,
	) {}

	/** Lists others, after a pause in typing; at once the first time. */
	show(filter: MemberFilter): () => void {
		this.#filter = filter;
		clearTimeout(this.#timer);
		// Untracked: an effect that shows a filter must not run again with each answer.
		const pause = untrack(() => this.rows) ? DEBOUNCE_MS : 0;
		this.#timer = setTimeout(() => void this.load(), pause);
		return () => clearTimeout(this.#timer);
	}

	/** Reads the first page again. */
	load(): Promise<void> {
		return this.#read([]);
	}

	/** Reads the next page. */
	loadMore(): Promise<void> {
		return this.#read(this.rows ?? []);
	}

	async #read(before: readonly MemberView[]): Promise<void> {
		const generation = ++this.#generation;
		this.loading = true;
		try {
			const page = await this.fetch(this.challengeId, this.#filter, before.at(-1)?.userId);
			if (generation !== this.#generation) return;
			this.rows = [...before, ...page];
			this.more = page.length === PAGE;
			this.problem = undefined;
		} catch (error) {
			if (generation === this.#generation) this.problem = ApiProblem.from(error);
		} finally {
			if (generation === this.#generation) this.loading = false;
		}
	}
}
