import { ApiProblem } from '$lib/api/problem';
import type { Loadable } from '$lib/api/resource.svelte';

/** How many rows the server answers at most. */
const PAGE_SIZE = 50;

/** A list that the server gives page by page; the answer of a superseded call is dropped. */
export class PagedList<Row extends { id: string }> implements Loadable<readonly Row[]> {
	value = $state.raw<readonly Row[]>();
	problem = $state.raw<ApiProblem>();
	loading = $state(false);

	/** Whether there may be more rows. */
	hasMore = $state(false);

	#search = '';
	#generation = 0;
	readonly #fetch: (search: string, after?: string) => Promise<readonly Row[]>;

	constructor(fetch: (search: string, after?: string) => Promise<readonly Row[]>) {
		this.#fetch = fetch;
	}

	/** Loads the first page of what a search finds. */
	search(text: string): Promise<void> {
		this.#search = text.trim();
		return this.load();
	}

	/** Loads the first page again. */
	load(): Promise<void> {
		return this.#read([]);
	}

	/** Loads the page after the rows that are there. */
	more(): Promise<void> {
		return this.#read(this.value ?? []);
	}

	/** Puts a changed row in the place of the old one. */
	replace(row: Row): void {
		this.value = this.value?.map((old) => (old.id === row.id ? row : old));
	}

	/** Takes away a row that is gone. */
	remove(id: string): void {
		this.value = this.value?.filter((row) => row.id !== id);
	}

	async #read(before: readonly Row[]): Promise<void> {
		const generation = ++this.#generation;
		this.loading = true;
		try {
			const rows = await this.#fetch(this.#search, before.at(-1)?.id);
			if (generation !== this.#generation) return;
			this.value = [...before, ...rows];
			this.hasMore = rows.length === PAGE_SIZE;
			this.problem = undefined;
		} catch (error) {
			if (generation === this.#generation) this.problem = ApiProblem.from(error);
		} finally {
			if (generation === this.#generation) this.loading = false;
		}
	}
}
