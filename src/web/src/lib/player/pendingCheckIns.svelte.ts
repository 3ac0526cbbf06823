import { rememberedPerson } from '$lib/account/person';
import { fetchAccount } from '$lib/api/account';
import { checkIn } from '$lib/api/day';
import { ApiProblem } from '$lib/api/problem';
import type { CheckInAnswer } from '$lib/api/types';
import { storage, type KeyedStorage } from '$lib/storage/storage';
import { finishedRuns, forgetFinishedRun, saveFinishedRun, type FinishedRun } from './finishedRun';
import { oneTab, type Alone } from './oneTab';

/** The result of sending a finished run: counted, kept for another attempt, or refused. */
export type Outcome =
	| { kind: 'counted'; result: CheckInAnswer }
	| { kind: 'kept'; problem: ApiProblem }
	| { kind: 'refused'; problem: ApiProblem };

type Send = (finished: FinishedRun) => Promise<CheckInAnswer>;

/** Who is signed in on this device: as far as it knows, and as the server says. */
export interface SignedIn {
	remembered: () => string | undefined;
	asked: () => Promise<string>;
}

/** The kind of problem if another account is signed in than the run's. */
export const OTHER_ACCOUNT = 'other-account';

/**
 * The outbox of finished runs: stored in the browser until the server has acknowledged them, or until the person has seen
 * that they were refused.
 */
export class PendingCheckIns {
	#all = $state.raw<readonly FinishedRun[]>([]);

	/** The runs on this device that may still count, of all accounts. */
	readonly waiting = $derived(this.#all.filter(({ refused }) => refused === undefined));

	readonly #storage: KeyedStorage;
	readonly #post: Send;
	readonly #signedIn: SignedIn;
	readonly #alone: Alone;
	/** The sendings under way, by command; not shown. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #sending = new Map<string, Promise<Outcome>>();

	constructor(
		storage: KeyedStorage,
		post: Send,
		signedIn: SignedIn = deviceSignedIn,
		alone: Alone = oneTab,
	) {
		this.#storage = storage;
		this.#post = post;
		this.#signedIn = signedIn;
		this.#alone = alone;
		this.look();
	}

	of(userId: string): FinishedRun[] {
		return this.waiting.filter((finished) => finished.userId === userId);
	}

	/** A person's refused runs that were not shown to them yet. */
	refusedOf(userId: string): FinishedRun[] {
		return this.#all.filter(({ refused, userId: of }) => refused !== undefined && of === userId);
	}

	/** Keeps a run; returns whether it outlives the page. */
	keep(finished: FinishedRun): boolean {
		const isStored = saveFinishedRun(finished, this.#storage);
		this.look();
		return isStored;
	}

	/** Sends all of the person's runs. Those that come too early are kept: the device's clock may be wrong, the server's is not. */
	flush(userId: string): Promise<void> {
		return this.#alone(async () => {
			this.look();
			await Promise.all(this.of(userId).map((finished) => this.send(finished)));
		});
	}

	/** Sends a run, once at a time. A refused one stays until {@link forget}, so that the person can be told. */
	send(finished: FinishedRun): Promise<Outcome> {
		const { commandId } = finished;
		const sending =
			this.#sending.get(commandId) ??
			this.#submit(finished).finally(() => this.#sending.delete(commandId));
		this.#sending.set(commandId, sending);
		return sending;
	}

	async #submit(finished: FinishedRun): Promise<Outcome> {
		const remembered = this.#signedIn.remembered();
		if (remembered !== undefined && remembered !== finished.userId) return keptForOwner();
		try {
			const result = await this.#post(finished);
			this.forget(finished);
			return { kind: 'counted', result };
		} catch (error) {
			const problem = ApiProblem.from(error);
			if (mayStillCount(problem)) return { kind: 'kept', problem };
			// The server finds no such run of whoever is signed in, which another tab may have changed.
			if (problem.kind === 'unknown-run' && !(await this.#isOwnerSignedIn(finished))) {
				return keptForOwner();
			}
			this.keep({ ...finished, refused: problem.message });
			return { kind: 'refused', problem };
		}
	}

	async #isOwnerSignedIn({ userId }: FinishedRun): Promise<boolean> {
		try {
			return (await this.#signedIn.asked()) === userId;
		} catch {
			return false;
		}
	}

	forget(finished: FinishedRun): void {
		forgetFinishedRun(finished, this.#storage);
		this.look();
	}

	/** Reads the storage again: another tab may have added or sent runs. */
	look(): void {
		this.#all = finishedRuns(this.#storage);
	}
}

/** The refusals that a repeat cannot change; after anything else the run is sent again. */
const FINAL: ReadonlySet<string> = new Set([
	'invalid-request',
	'unknown-run',
	'too-late',
	'run-completed',
	'command-reused',
]);

const mayStillCount = ({ kind }: ApiProblem): boolean => !FINAL.has(kind);

const keptForOwner = (): Outcome => ({
	kind: 'kept',
	problem: new ApiProblem(0, '', {}, OTHER_ACCOUNT),
});

const deviceSignedIn: SignedIn = {
	remembered: () => rememberedPerson()?.id,
	asked: async () => (await fetchAccount()).id,
};

export const pendingCheckIns = new PendingCheckIns(storage, ({ commandId, run, skipped }) =>
	checkIn(commandId, run, skipped),
);
