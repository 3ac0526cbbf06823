/** What the page tells the worker. */
export type ToWorker =
	/** Take over from the version before; every page then gets this one when it loads anew. */
	| { kind: 'take-over' }
	/** Keep the whole catalogue in this language. */
	| { kind: 'keep-catalogue'; language: string };
