/** Messages from the page to the service worker. */
export type ToWorker =
	/** Replace the active version; pages get the new one at their next load. */
	| { kind: 'take-over' }
	/** Cache the whole catalogue in this language. */
	| { kind: 'keep-catalogue'; language: string };
