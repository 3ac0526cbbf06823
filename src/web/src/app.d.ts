// Kit's own names; see https://svelte.dev/docs/kit/types#app.d.ts
declare global {
	/** A hash of the build's files that have none in their names (unhashed.config.js). */
	const __UNHASHED__: string;

	namespace App {
		interface Error {
			message: string;
		}

		/** What a navigation tells the page it goes to. */
		interface PageState {
			/** Whether the person's account was just deleted. */
			farewell?: boolean;
		}
	}
}

export {};
