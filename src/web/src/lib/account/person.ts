import type { AccountView } from '$lib/api/types';
import { storage, type KeyedStorage } from '$lib/storage/storage';

/** Enough of an account to go on while the server is away; nothing that is private. */
export type Person = Pick<AccountView, 'id' | 'displayName'>;

const KEY = 'person';
/** Settings of the device, and finished runs: these bear a token that nobody else can use, and must not be lost. */
const DEVICE_KEYS = /^(theme$|language$|finished-run:)/;

/** Who was signed in on this device when the server could last be asked. */
export function rememberedPerson(from: KeyedStorage = storage): Person | undefined {
	const saved = from.get(KEY);
	return saved === null ? undefined : (JSON.parse(saved) as Person);
}

/** Remembers who is signed in; what somebody else left on this device goes. */
export function rememberPerson({ id, displayName }: Person, to: KeyedStorage = storage): void {
	const before = rememberedPerson(to);
	if (before && before.id !== id) clearDevice(to);
	to.set(KEY, JSON.stringify({ id, displayName }));
}

/** Nobody is signed in any more. Whoever comes back finds their running routine. */
export function forgetPerson(to: KeyedStorage = storage): void {
	to.remove(KEY);
}

/** Leaves nothing of a person who signs out: the device may be shared. */
export function clearDevice(to: KeyedStorage = storage): void {
	for (const key of to.keys()) {
		if (!DEVICE_KEYS.test(key)) to.remove(key);
	}
}
