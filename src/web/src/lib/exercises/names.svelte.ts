import { fetchExercises } from '$lib/api/catalogue';
import { Resource } from '$lib/api/resource.svelte';

/** The names of all exercises, for pages that have only their ids; fetched once, when first needed. */
class ExerciseNames {
	readonly #all = new Resource(() => fetchExercises());
	readonly #byId = $derived(new Map(this.#all.value?.map(({ id, name }) => [id, name])));

	/** Fetches the names unless that was done; use it as the body of an effect. */
	need(): void {
		if (this.#all.value === undefined && !this.#all.loading) void this.#all.load();
	}

	/** The name, or the id without hyphens until the names are loaded. */
	of(id: string): string {
		return this.#byId.get(id) ?? id.replaceAll('-', ' ');
	}
}

export const exerciseNames = new ExerciseNames();
