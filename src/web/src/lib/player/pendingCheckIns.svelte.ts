import { checkIn } from '$lib/api/day';
import { ApiProblem } from '$lib/api/problem';
import type { CheckInAnswer } from '$lib/api/types';
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
}

/** What became of a finished run: it counted, it is kept for another try, or it was refused. */
export type Outcome =
	| { kind: 'counted'; result: CheckInAnswer }
	| { kind: 'kept'; problem: ApiProblem }
	| { kind: 'refused'; problem: ApiProblem };

type Send = (finished: FinishedRun) => Promise<CheckInAnswer>;

const PREFIX = 'finished-run:';

/** Finished runs, kept in the browser from their last second until the server acknowledged them. */
export class PendingCheckIns {
	/** All that wait on this device, whoever's they are. */
	waiting = $state.raw<readonly FinishedRun[]>([]);

	readonly #storage: KeyedStorage;
	readonly #post: Send;

	constructor(storage: KeyedStorage, post: Send) {
		this.#storage = storage;
		this.#post = post;
		this.#refresh();
	}

	of(userId: string): FinishedRun[] {
		return this.waiting.filter((finished) => finished.userId === userId);
	}

	keep(finished: FinishedRun): void {
		this.#storage.set(PREFIX + finished.commandId, JSON.stringify(finished));
		this.#refresh();
	}

	/** Sends all of the person's runs that can count by now. */
	async flush(userId: string, now = Date.now()): Promise<void> {
		this.#refresh();
		const due = this.of(userId).filter(({ notBefore }) => notBefore <= now);
		await Promise.all(due.map((finished) => this.send(finished)));
	}

	/** Tries to send a kept run; it is forgotten once there is a final answer. */
	async send(finished: FinishedRun): Promise<Outcome> {
		try {
			const result = await this.#post(finished);
			this.#drop(finished);
			return { kind: 'counted', result };
		} catch (error) {
			const problem = ApiProblem.from(error);
			if (mayStillCount(problem)) return { kind: 'kept', problem };
			this.#drop(finished);
			return { kind: 'refused', problem };
		}
	}

	#drop({ commandId }: FinishedRun): void {
		this.#storage.remove(PREFIX + commandId);
		this.#refresh();
	}

	/** Another tab may have added or sent some. */
	#refresh(): void {
		this.waiting = this.#storage
			.keys()
			.filter((key) => key.startsWith(PREFIX))
			.map((key) => JSON.parse(this.#storage.get(key) ?? 'null') as FinishedRun | null)
			.filter((finished) => finished !== null);
	}
}

function mayStillCount(problem: ApiProblem): boolean {
	return problem.isTransient || problem.status === 401 || problem.kind === 'too-early';
}

export const pendingCheckIns = new PendingCheckIns(storage, ({ commandId, run, skipped }) =>
	checkIn(commandId, run, skipped),
);
