import { isFinishedRun, type FinishedRun, type RunStore } from '$lib/outbox/finishedRun';
import { RunDatabase } from '$lib/outbox/runDatabase';
import { readJson, storage, type KeyedStorage } from '$lib/storage/storage';
import { clearDevice } from './person';

const RUN = 'finished-run:';

/**
 * Removes everything of a person whose account was deleted from this device: what signing out removes, their finished runs, which
 * nobody can send any more, and the cached texts. Settings of the device and the runs of others stay. What the browser refuses to
 * remove is left: nothing there can be used without the account.
 */
export async function eraseDevice(
	userId: string,
	local: KeyedStorage = storage,
	database: RunStore = new RunDatabase(),
): Promise<void> {
	clearDevice(local);
	for (const key of local.keys().filter((name) => name.startsWith(RUN))) {
		if (readJson<FinishedRun>(local, key, isFinishedRun)?.userId === userId) local.remove(key);
	}
	await Promise.allSettled([removeRuns(userId, database), removeCaches(), removeOfTab()]);
}

async function removeRuns(userId: string, database: RunStore): Promise<void> {
	const own = (await database.all()).filter((run) => run.userId === userId);
	await Promise.all(own.map(({ commandId }) => database.remove(commandId)));
}

/** The files of the client itself stay, so that the page goes on. */
async function removeCaches(): Promise<void> {
	const names = (await globalThis.caches?.keys()) ?? [];
	await Promise.all(
		names.filter((name) => name.startsWith('catalogue-')).map((name) => caches.delete(name)),
	);
}

const removeOfTab = async () => globalThis.sessionStorage?.clear();
