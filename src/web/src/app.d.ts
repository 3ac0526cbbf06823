// Kit's own names; see https://svelte.dev/docs/kit/types#app.d.ts
declare global {
	/** A hash of what a build holds without a hash in its name (unhashed.config.js). */
	const __UNHASHED__: string;
	/** The folder of the message files (messages.config.js). */
	const __MESSAGES__: string;

	namespace App {
		interface Error {
			message: string;
		}
	}
}

export {};
