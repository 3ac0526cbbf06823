import { readJson, storage, type KeyedStorage } from '$lib/storage/storage';

/** A finished run that the server has not acknowledged yet. */
export interface FinishedRun {
	/** The same for every attempt, so that a repeat does not count twice. */
	commandId: string;
	/** The owner: it must not be sent in another account's session. */
	userId: string;
	run: string;
	skipped: number[];
	/** Why the server refused it for good; stored until it was shown to the person. */
	refused?: string;
}

const PREFIX = 'finished-run:';

/** All finished runs on this device, of all accounts. */
export function finishedRuns(from: KeyedStorage = storage): FinishedRun[] {
	return keysOf(from)
		.map((key) => readJson<FinishedRun>(from, key, isFinishedRun))
		.filter((finished) => finished !== undefined);
}

/** Stores a finished run; returns whether it outlives the page. */
export function saveFinishedRun(finished: FinishedRun, to: KeyedStorage): boolean {
	return to.set(PREFIX + finished.commandId, JSON.stringify(finished));
}

export function forgetFinishedRun({ commandId }: FinishedRun, from: KeyedStorage): void {
	from.remove(PREFIX + commandId);
}

const keysOf = (storage: KeyedStorage) => storage.keys().filter((key) => key.startsWith(PREFIX));

const isFinishedRun = ({ commandId, userId, run, skipped }: Partial<FinishedRun>) =>
	[commandId, userId, run].every((text) => typeof text === 'string') && Array.isArray(skipped);
