import { readJson, storage, type KeyedStorage } from '$lib/storage/storage';

/** A guest's seat in one room. Its secret lets them rejoin as the same participant. */
export interface Seat {
	secret: string;
	name: string;
}

const PREFIX = 'seat:';
/** The limit of stored seats; rooms last less than a day. */
const MAX_SEATS = 20;

/** The stored seats of guests on this device, by the code of the room. */
export class Seats {
	readonly #storage: KeyedStorage;

	constructor(keyed: KeyedStorage = storage) {
		this.#storage = keyed;
	}

	of(code: string): Seat | undefined {
		return readJson<Seat>(
			this.#storage,
			PREFIX + code,
			({ secret, name }) => typeof secret === 'string' && typeof name === 'string',
		);
	}

	/** Stores a seat; removes others above the limit. */
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

	/** The name of a stored seat, as a suggestion for another room. */
	get lastName(): string {
		const last = this.#storage
			.keys()
			.filter((key) => key.startsWith(PREFIX))
			.at(-1);
		return last ? (this.of(last.slice(PREFIX.length))?.name ?? '') : '';
	}
}
