import type { AccountView } from '$lib/api/types';
import { readJson, storage, type KeyedStorage } from '$lib/storage/storage';

/** The part of an account that is stored on the device for use without a connection; nothing private. */
export type Person = Pick<AccountView, 'id' | 'displayName'>;

const KEY = 'person';
/** Keys that survive signing out: settings of the device, and finished runs, which only their owner can send. */
const DEVICE_KEYS = /^(theme$|language$|letter-keys$|finished-run:)/;

/** Who was signed in on this device at the last successful request. */
export function rememberedPerson(from: KeyedStorage = storage): Person | undefined {
	return readJson<Person>(
		from,
		KEY,
		({ id, displayName }) => typeof id === 'string' && typeof displayName === 'string',
	);
}

/** Stores who is signed in; removes the data of anybody else who used this device. */
export function rememberPerson({ id, displayName }: Person, to: KeyedStorage = storage): void {
	const before = rememberedPerson(to);
	if (before && before.id !== id) clearDevice(to);
	to.set(KEY, JSON.stringify({ id, displayName }));
}

/** Forgets who is signed in, but keeps their data: the same person may sign in again. */
export function forgetPerson(to: KeyedStorage = storage): void {
	to.remove(KEY);
}

/** Removes a person's data when they sign out: the device may be shared. */
export function clearDevice(to: KeyedStorage = storage): void {
	for (const key of to.keys()) {
		if (!DEVICE_KEYS.test(key)) to.remove(key);
	}
}
