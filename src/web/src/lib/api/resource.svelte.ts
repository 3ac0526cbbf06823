import { ApiProblem } from './problem';

/** What a view can show while it loads, when it failed, and when it is there. */
export interface Loadable<T> {
	readonly value: T | undefined;
	readonly problem: ApiProblem | undefined;
	readonly loading: boolean;
	load(): Promise<void>;
}

/**
 * Something fetched from the server. What is on screen stays there while it is fetched again,
 * and an answer that a later call has overtaken is dropped.
 */
export class Resource<T> implements Loadable<T> {
	value = $state.raw<T>();
	problem = $state.raw<ApiProblem>();
	loading = $state(false);

	#generation = 0;
	readonly #fetch: () => Promise<T>;

	constructor(fetch: () => Promise<T>) {
		this.#fetch = fetch;
	}

	async load(): Promise<void> {
		const generation = ++this.#generation;
		this.loading = true;
		try {
			const value = await this.#fetch();
			if (generation === this.#generation) {
				this.value = value;
				this.problem = undefined;
			}
		} catch (error) {
			if (generation === this.#generation) {
				this.problem = ApiProblem.from(error);
			}
		} finally {
			if (generation === this.#generation) {
				this.loading = false;
			}
		}
	}
}
