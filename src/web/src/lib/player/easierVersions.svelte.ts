import { fetchExercise } from '$lib/api/catalogue';
import type { Adaptation, Exercise } from '$lib/api/types';

type Fetch = (id: string) => Promise<Pick<Exercise, 'easier'>>;

/** The easier versions of a routine's exercises, fetched as they come up; without a network there are none. */
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

	/** Fetches what is not known yet; a failed try is repeated when it is needed again. */
	async need(exercise: string | undefined): Promise<void> {
		if (exercise === undefined || this.#requested.includes(exercise)) return;
		this.#requested = [...this.#requested, exercise];
		try {
			const { easier } = await this.#fetch(exercise);
			this.#known = { ...this.#known, [exercise]: easier };
		} catch {
			// The routine goes on without it.
			this.#requested = this.#requested.filter((asked) => asked !== exercise);
		}
	}
}
