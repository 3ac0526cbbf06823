import { fetchExercise } from '$lib/api/catalogue';
import type { Adaptation, Exercise } from '$lib/api/types';

type Fetch = (id: string) => Promise<Pick<Exercise, 'easier'>>;

/** The easier versions of a routine's exercises, fetched when needed; none without a network. */
export class EasierVersions {
	#known = $state.raw<Readonly<Record<string, Adaptation | null>>>({});

	#requested: readonly string[] = [];
	readonly #fetch: Fetch;

	constructor(fetch: Fetch = fetchExercise) {
		this.#fetch = fetch;
	}

	of(exercise: string | undefined): Adaptation | undefined {
		return (exercise && this.#known[exercise]) || undefined;
	}

	/** Fetches an exercise once; again after a failure. */
	async need(exercise: string | undefined): Promise<void> {
		if (exercise === undefined || this.#requested.includes(exercise)) return;
		this.#requested = [...this.#requested, exercise];
		try {
			const { easier } = await this.#fetch(exercise);
			this.#known = { ...this.#known, [exercise]: easier };
		} catch {
			// The routine does not depend on it.
			this.#requested = this.#requested.filter((asked) => asked !== exercise);
		}
	}
}
