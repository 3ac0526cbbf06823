import { kindOf } from '../api/problemDetails';
import { isWaiting, type FinishedRun, type RunStore } from './finishedRun';
import { oneAtATime } from './oneAtATime';
import { server, type Outcome, type Server } from './server';

/** Sends finished runs, from a page or from the service worker; each by one of them at a time. */
export class Delivery {
	readonly #store: RunStore;
	readonly #server: Server;

	constructor(store: RunStore, to: Server = server) {
		this.#store = store;
		this.#server = to;
	}

	/** Sends a run, also one that was sent meanwhile: the server repeats its answer. */
	send(finished: FinishedRun): Promise<Outcome> {
		return alone(finished, () => this.#send(finished));
	}

	/** Sends what a person has waiting, except for what was sent meanwhile. */
	async sendWaitingOf(userId: string): Promise<Outcome[]> {
		const sent = (await this.#waitingOf(userId)).map((finished) =>
			alone(finished, async () => {
				const waiting = await this.#waitingOf(userId);
				const isThere = waiting.some(({ commandId }) => commandId === finished.commandId);
				return isThere ? this.#send(finished) : undefined;
			}),
		);
		return (await Promise.all(sent)).filter((outcome) => outcome !== undefined);
	}

	async #waitingOf(userId: string): Promise<FinishedRun[]> {
		const all = await this.#store.all();
		return all.filter((finished) => finished.userId === userId && isWaiting(finished));
	}

	async #send(finished: FinishedRun): Promise<Outcome> {
		const outcome = await this.#server.checkIn(finished);
		if (outcome.kind === 'counted') await this.#store.remove(finished.commandId);
		if (outcome.kind !== 'refused') return outcome;
		// The server finds no such run of whoever is signed in, which another tab may have changed.
		if (kindOf(outcome.problem) === 'unknown-run' && !(await this.#isOwnerSignedIn(finished))) {
			return { kind: 'kept', why: 'other-account' };
		}
		await this.#store.put({ ...finished, refused: outcome.problem });
		return outcome;
	}

	async #isOwnerSignedIn({ userId }: FinishedRun): Promise<boolean> {
		return (await this.#server.signedIn().catch(() => undefined)) === userId;
	}
}

const alone = <T>({ commandId }: FinishedRun, work: () => Promise<T>) =>
	oneAtATime(`finished-run:${commandId}`, work);
