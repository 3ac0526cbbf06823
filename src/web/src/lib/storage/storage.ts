/** The part of the browser's storage that the client uses. */
export interface KeyedStorage {
	get(key: string): string | null;
	/** Stores a value; returns whether it outlives the page. */
	set(key: string, value: string): boolean;
	remove(key: string): void;
	keys(): string[];
}

/** Stores values until the page is closed; for tests. */
export class MemoryStorage implements KeyedStorage {
	readonly #values = new Map<string, string>();

	get = (key: string) => this.#values.get(key) ?? null;
	set = (key: string, value: string) => this.#values.set(key, value).has(key);
	remove = (key: string) => void this.#values.delete(key);
	keys = () => [...this.#values.keys()];
}

/**
 * The browser's local storage. It may be blocked, missing or full, and each of its calls may throw: what it does not take is
 * kept in memory until the page is closed.
 */
export class BrowserStorage implements KeyedStorage {
	/** The changes that the browser did not take; null for a removed value. */
	readonly #inMemory = new Map<string, string | null>();
	/** Reading `localStorage` may throw too. */
	readonly #open: () => Storage;

	constructor(open: () => Storage = () => localStorage) {
		this.#open = open;
	}

	get(key: string): string | null {
		const changed = this.#inMemory.get(key);
		if (changed !== undefined) return changed;
		try {
			return this.#open().getItem(key);
		} catch {
			return null;
		}
	}

	set(key: string, value: string): boolean {
		return this.#change(key, value, (store) => store.setItem(key, value));
	}

	remove(key: string): void {
		this.#change(key, null, (store) => store.removeItem(key));
	}

	keys(): string[] {
		const keys = new Set(this.#storedKeys());
		for (const [key, value] of this.#inMemory) {
			if (value === null) keys.delete(key);
			else keys.add(key);
		}
		return [...keys];
	}

	#change(key: string, value: string | null, change: (store: Storage) => void): boolean {
		try {
			change(this.#open());
			this.#inMemory.delete(key);
			return true;
		} catch {
			this.#inMemory.set(key, value);
			return false;
		}
	}

	#storedKeys(): string[] {
		try {
			return Object.keys(this.#open());
		} catch {
			return [];
		}
	}
}

export const storage: KeyedStorage = new BrowserStorage();

/**
 * A stored value of JSON; undefined if there is none, or none of this shape: another version of the client may have written
 * it, or the file is damaged. It is left in the storage.
 */
export function readJson<T>(
	from: KeyedStorage,
	key: string,
	isValid: (value: Partial<T>) => boolean,
): T | undefined {
	try {
		const value = JSON.parse(from.get(key) ?? 'null') as Partial<T> | null;
		return typeof value === 'object' && value !== null && isValid(value) ? (value as T) : undefined;
	} catch {
		return undefined;
	}
}
