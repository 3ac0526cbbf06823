import { Delivery } from './delivery';
import { isWaiting, type RunStore } from './finishedRun';
import { RunDatabase } from './runDatabase';
import { server } from './server';

/** The name of the outbox among the browser's background work. */
export const SYNC_TAG = 'finished-runs';

/** A registration with the Background Sync API, which only Chromium has, and TypeScript's library does not know. */
type Registration = ServiceWorkerRegistration & {
	sync?: { register: (tag: string) => Promise<void> };
};

/** Lets the browser start the service worker as soon as there is a network, even when all pages are closed. */
export async function requestSync(): Promise<void> {
	const workers = (navigator as Partial<typeof navigator>).serviceWorker;
	const registration: Registration | undefined = await workers?.getRegistration();
	await registration?.sync?.register(SYNC_TAG);
}

/** Sends what waits for whoever is signed in. Rejects if something still waits, so that the browser tries again later. */
export async function sendInBackground(
	database: RunStore = new RunDatabase(),
	to = server,
): Promise<void> {
	if (!(await database.all()).some(isWaiting)) return;
	const userId = await to.signedIn();
	if (userId === undefined) return;
	const outcomes = await new Delivery(database, to).sendWaitingOf(userId);
	if (outcomes.some(({ kind }) => kind === 'kept')) throw new Error('A finished run waits.');
}
