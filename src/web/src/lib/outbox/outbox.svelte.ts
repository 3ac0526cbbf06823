import { rememberedPerson } from '$lib/account/person';
import { readJson, storage, type KeyedStorage } from '$lib/storage/storage';
import { requestSync } from './backgroundSync';
import { Delivery } from './delivery';
import { isFinishedRun, isWaiting, type FinishedRun, type RunStore } from './finishedRun';
import { onChangeElsewhere, RunDatabase } from './runDatabase';
import { server, type Outcome } from './server';

const PREFIX = 'finished-run:';

/**
 * The finished runs that the server has not acknowledged, or whose refusal the person has not seen.
 *
 * A run is written to local storage at once, because a page that is being closed has no time for more. From there it goes to
 * the database, where the service worker finds it. If the browser has no database, it stays in local storage, or, if that is
 * full or blocked too, in this page's memory.
 */
export class Outbox implements RunStore {
	/** The runs in the database, as of the last look. */
	#inDatabase = $state.raw<readonly FinishedRun[]>([]);
	/** The runs in local storage and in memory, which are newer. */
	#ahead = $state.raw<readonly FinishedRun[]>([]);
	/** The commands of the runs that are in memory alone. */
	#inMemory = $state.raw<readonly string[]>([]);
	/** The commands of the runs that the browser did not remove. */
	#removed = $state.raw<readonly string[]>([]);

	readonly #all = $derived(
		[...without(this.#ahead, this.#inDatabase), ...this.#ahead].filter(
			({ commandId }) => !this.#removed.includes(commandId),
		),
	);

	readonly #delivery: Delivery;
	readonly #local: KeyedStorage;
	readonly #database: RunStore;
	readonly #signedInHere: () => string | undefined;

	constructor(
		local = storage,
		database: RunStore = new RunDatabase(),
		to = server,
		signedInHere = () => rememberedPerson()?.id,
	) {
		this.#delivery = new Delivery(this, to);
		this.#local = local;
		this.#database = database;
		this.#signedInHere = signedInHere;
		this.#readAhead();
	}

	/** A person's runs that may still count. */
	waitingOf(userId: string): FinishedRun[] {
		return this.#all.filter((finished) => finished.userId === userId && isWaiting(finished));
	}

	/** A person's refused runs that were not shown to them yet. */
	refusedOf(userId: string): FinishedRun[] {
		return this.#all.filter((finished) => finished.userId === userId && !isWaiting(finished));
	}

	has(commandId: string): boolean {
		return this.#all.some((finished) => finished.commandId === commandId);
	}

	/** Whether a run outlives the page. */
	isStored({ commandId }: FinishedRun): boolean {
		return !this.#inMemory.includes(commandId);
	}

	/** Sends a run; one of somebody else waits for them. */
	async send(finished: FinishedRun): Promise<Outcome> {
		const here = this.#signedInHere();
		if (here !== undefined && here !== finished.userId)
			return { kind: 'kept', why: 'other-account' };
		return this.#delivery.send(finished);
	}

	/** Sends what a person has waiting. What comes too early waits on: the device's clock may be wrong, the server's is not. */
	async flush(userId: string): Promise<void> {
		await Promise.all(this.#readAhead().map((finished) => this.put(finished)));
		await this.#delivery.sendWaitingOf(userId);
		if (this.waitingOf(userId).length > 0) await requestSync().catch(() => undefined);
	}

	/** Looks for what other tabs and the service worker have changed. */
	async look(): Promise<void> {
		this.#readAhead();
		try {
			this.#inDatabase = await this.#database.all();
		} catch {
			// What is in local storage still counts.
		}
	}

	/** Looks at each change made elsewhere; returns a function that stops it. */
	follow(): () => void {
		const look = () => void this.look();
		const stop = onChangeElsewhere(look);
		window.addEventListener('storage', look);
		return () => {
			stop();
			window.removeEventListener('storage', look);
		};
	}

	async all(): Promise<readonly FinishedRun[]> {
		await this.look();
		return this.#all;
	}

	/** Stores a run. It is kept when this returns, before the promise is fulfilled. */
	async put(finished: FinishedRun): Promise<void> {
		const { commandId } = finished;
		const isStored = this.#local.set(PREFIX + commandId, JSON.stringify(finished));
		this.#inMemory = this.#inMemory.filter((id) => id !== commandId);
		if (!isStored) this.#inMemory = [...this.#inMemory, commandId];
		this.#removed = this.#removed.filter((id) => id !== commandId);
		this.#readAhead();
		try {
			await this.#database.put(finished);
		} catch {
			return;
		}
		this.#inDatabase = [...without([finished], this.#inDatabase), finished];
		this.#removeAhead(commandId);
		if (isWaiting(finished)) await requestSync().catch(() => undefined);
	}

	async remove(commandId: string): Promise<void> {
		this.#removed = [...this.#removed, commandId];
		this.#removeAhead(commandId);
		// If it fails, the run is sent once more when the page is opened again, which changes nothing.
		await this.#database.remove(commandId).catch(() => undefined);
	}

	#removeAhead(commandId: string): void {
		this.#local.remove(PREFIX + commandId);
		this.#inMemory = this.#inMemory.filter((id) => id !== commandId);
		this.#readAhead();
	}

	#readAhead(): readonly FinishedRun[] {
		this.#ahead = this.#local
			.keys()
			.filter((key) => key.startsWith(PREFIX))
			.map((key) => readJson<FinishedRun>(this.#local, key, isFinishedRun))
			.filter((finished) => finished !== undefined);
		return this.#ahead;
	}
}

const without = (some: readonly FinishedRun[], all: readonly FinishedRun[]) =>
	all.filter(({ commandId }) => !some.some((other) => other.commandId === commandId));

export const outbox = new Outbox();
