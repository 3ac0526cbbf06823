import { storage, type KeyedStorage } from '$lib/storage/storage';

/** A guest's seat in one room: by its secret they come back as the same person. */
export interface Seat {
	secret: string;
	name: string;
}

const PREFIX = 'seat:';
/** Rooms are over within a day; a device need not remember more of them. */
const MAX_SEATS = 20;

/** The seats of guests on this device, by the code of the room. */
export class Seats {
	readonly #storage: KeyedStorage;

	constructor(keyed: KeyedStorage = storage) {
		this.#storage = keyed;
	}

	of(code: string): Seat | undefined {
		const saved = this.#storage.get(PREFIX + code);
		return saved === null ? undefined : (JSON.parse(saved) as Seat);
	}

	/** Keeps a seat, and lets go of some where there are many. */
	keep(code: string, seat: Seat): void {
		const seatKeys = this.#storage.keys().filter((key) => key.startsWith(PREFIX));
		seatKeys
			.slice(0, Math.max(0, seatKeys.length - MAX_SEATS + 1))
			.forEach((key) => this.#storage.remove(key));
		this.#storage.set(PREFIX + code, JSON.stringify(seat));
	}

	forget(code: string): void {
		this.#storage.remove(PREFIX + code);
	}

	/** The name given last, as a proposal for another room. */
	get lastName(): string {
		const last = this.#storage
			.keys()
			.filter((key) => key.startsWith(PREFIX))
			.at(-1);
		return last ? (this.of(last.slice(PREFIX.length))?.name ?? '') : '';
	}
}
