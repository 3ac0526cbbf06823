import { storage } from '$lib/storage/storage';

const key = 'kept-zones';

const pair = (own: string, challenge: string) => `${own} ${challenge}`;

/** Whether the person said that their zone is right although the challenge has another. */
export const isZoneKept = (own: string, challenge: string) =>
	storage.get(key) === pair(own, challenge);

/** Remembers that the person's zone is right; a change of it asks again. */
export const keepZone = (own: string, challenge: string) => storage.set(key, pair(own, challenge));
