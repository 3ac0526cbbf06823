import { storage, type KeyedStorage } from '$lib/storage/storage';

/** A finished run that the server has not acknowledged yet. */
export interface FinishedRun {
	/** The same for every attempt, so that a repeat does not count twice. */
	commandId: string;
	/** The owner: it must not be sent in another account's session. */
	userId: string;
	run: string;
	skipped: number[];
	/** The earliest time at which the run can count, in milliseconds of this device's clock. */
	notBefore: number;
	/** Why the server refused it for good; stored until it was shown to the person. */
	refused?: string;
}

const PREFIX = 'finished-run:';

/** All finished runs on this device, of all accounts. */
export function finishedRuns(from: KeyedStorage = storage): FinishedRun[] {
	return keysOf(from)
		.map((key) => JSON.parse(from.get(key) ?? 'null') as FinishedRun | null)
		.filter((finished) => finished !== null);
}

export function saveFinishedRun(finished: FinishedRun, to: KeyedStorage): void {
	to.set(PREFIX + finished.commandId, JSON.stringify(finished));
}

export function forgetFinishedRun({ commandId }: FinishedRun, from: KeyedStorage): void {
	from.remove(PREFIX + commandId);
}

const keysOf = (storage: KeyedStorage) => storage.keys().filter((key) => key.startsWith(PREFIX));
