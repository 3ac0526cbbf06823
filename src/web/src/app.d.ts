// Kit's own names; see https://svelte.dev/docs/kit/types#app.d.ts
declare global {
	/** A hash of the build's files that have none in their names (unhashed.config.js). */
	const __UNHASHED__: string;

	namespace App {
		interface Error {
			message: string;
		}
	}
}

export {};
