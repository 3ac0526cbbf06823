import { storage, type KeyedStorage } from '$lib/storage/storage';

/** A finished run that the server has not acknowledged yet. */
export interface FinishedRun {
	/** The same at every try, so that a repeat cannot count twice. */
	commandId: string;
	/** Whose run it is: nobody else's sign-in may send it. */
	userId: string;
	run: string;
	skipped: number[];
	/** Milliseconds of this device's clock from which on the run can count. */
	notBefore: number;
	/** Why the server refused it for good: kept until the person was told. */
	refused?: string;
}

const PREFIX = 'finished-run:';

/** All finished runs of this device, whoever's they are. */
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
