import { ApiProblem } from './problem';

/** The state of something that is fetched: loading, failed or loaded. */
export interface Loadable<T> {
	readonly value: T | undefined;
	readonly problem: ApiProblem | undefined;
	readonly loading: boolean;
	load(): Promise<void>;
}

/**
 * Something fetched from the server. The old value stays during a refetch,
 * and the answer of a superseded call is dropped.
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
