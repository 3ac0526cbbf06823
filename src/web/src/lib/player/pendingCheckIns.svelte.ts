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
	readonly #alone: Alone;

	constructor(storage: KeyedStorage, post: Send, alone: Alone = oneTab) {
		this.#storage = storage;
		this.#post = post;
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

	keep(finished: FinishedRun): void {
		saveFinishedRun(finished, this.#storage);
		this.look();
	}

	/** Sends all of the person's runs that can count by now. */
	flush(userId: string, now = Date.now()): Promise<void> {
		return this.#alone(async () => {
			this.look();
			const due = this.of(userId).filter(({ notBefore }) => notBefore <= now);
			await Promise.all(due.map((finished) => this.send(finished)));
		});
	}

	/** Sends a run. A refused one stays until {@link forget}, so that the person can be told. */
	async send(finished: FinishedRun): Promise<Outcome> {
		try {
			const result = await this.#post(finished);
			this.forget(finished);
			return { kind: 'counted', result };
		} catch (error) {
			const problem = ApiProblem.from(error);
			if (mayStillCount(problem)) return { kind: 'kept', problem };
			this.keep({ ...finished, refused: problem.message });
			return { kind: 'refused', problem };
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

export const pendingCheckIns = new PendingCheckIns(storage, ({ commandId, run, skipped }) =>
	checkIn(commandId, run, skipped),
);
