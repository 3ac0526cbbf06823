/** The part of the browser's storage that the client uses. */
export interface KeyedStorage {
	get(key: string): string | null;
	set(key: string, value: string): void;
	remove(key: string): void;
	keys(): string[];
}

/** Stores values until the page is closed; used if the browser blocks local storage, and in tests. */
export class MemoryStorage implements KeyedStorage {
	readonly #values = new Map<string, string>();

	get = (key: string) => this.#values.get(key) ?? null;
	set = (key: string, value: string) => void this.#values.set(key, value);
	remove = (key: string) => void this.#values.delete(key);
	keys = () => [...this.#values.keys()];
}

/** The browser's local storage. */
class LocalStorage implements KeyedStorage {
	get = (key: string) => localStorage.getItem(key);
	set = (key: string, value: string) => localStorage.setItem(key, value);
	remove = (key: string) => localStorage.removeItem(key);
	keys = () => Object.keys(localStorage);
}

function choose(): KeyedStorage {
	try {
		const probe = 'storage-probe';
		localStorage.setItem(probe, probe);
		localStorage.removeItem(probe);
		return new LocalStorage();
	} catch {
		return new MemoryStorage();
	}
}

export const storage: KeyedStorage = choose();
