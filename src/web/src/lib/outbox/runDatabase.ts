import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { withTimeout } from '../time/withTimeout';
import { isFinishedRun, type FinishedRun, type RunStore } from './finishedRun';

interface Schema extends DBSchema {
	'finished-runs': { key: string; value: FinishedRun };
}

const NAME = 'stretch-challenge';
const STORE = 'finished-runs';
/** Browsers have been seen that never answer, so a call fails after this time, in milliseconds. */
const LIMIT_MS = 3000;

/**
 * The finished runs in IndexedDB, which the page and the service worker share. Every call rejects if the browser has no database,
 * blocks it, or it is full.
 */
export class RunDatabase implements RunStore {
	#opened: Promise<IDBPDatabase<Schema>> | undefined;

	/** What another version of the client has written in another shape is left where it is. */
	async all(): Promise<FinishedRun[]> {
		return (await this.#with((db) => db.getAll(STORE))).filter(isFinishedRun);
	}

	async put(finished: FinishedRun): Promise<void> {
		await this.#with(async (db) => {
			// Strict: the copy in local storage is removed when this is done.
			const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
			await Promise.all([transaction.store.put(finished), transaction.done]);
		});
		tellOthers();
	}

	async remove(commandId: string): Promise<void> {
		await this.#with((db) => db.delete(STORE, commandId));
		tellOthers();
	}

	async #with<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
		try {
			const worked = (this.#opened ??= this.#open()).then(work);
			return await withTimeout(worked, LIMIT_MS, () => {
				throw new Error('The database does not answer.');
			});
		} catch (error) {
			// The browser may have closed the connection: the next call opens another one.
			this.#close();
			throw error;
		}
	}

	#open(): Promise<IDBPDatabase<Schema>> {
		return openDB<Schema>(NAME, 1, {
			upgrade: (db) => void db.createObjectStore(STORE, { keyPath: 'commandId' }),
			// A newer version of the client waits for this connection to close.
			blocking: () => this.#close(),
			terminated: () => this.#close(),
		});
	}

	#close(): void {
		this.#opened?.then(
			(db) => db.close(),
			() => undefined,
		);
		this.#opened = undefined;
	}
}

/** Calls back when another tab or the service worker has changed the database; returns a function that stops it. */
export function onChangeElsewhere(changed: () => unknown): () => void {
	const channel = openChannel();
	channel?.addEventListener('message', changed);
	return () => channel?.close();
}

function tellOthers(): void {
	const channel = openChannel();
	channel?.postMessage('changed');
	channel?.close();
}

/** Where cookies are blocked, Firefox refuses channels too. */
function openChannel(): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel(STORE);
	} catch {
		return undefined;
	}
}
