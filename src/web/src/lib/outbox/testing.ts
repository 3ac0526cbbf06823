import type { CheckInAnswer } from '$lib/api/types';
import { BrowserStorage } from '$lib/storage/storage';
import type { FinishedRun, RunStore } from './finishedRun';
import type { Outcome, Server } from './server';

export const result: CheckInAnswer = {
	date: '2026-03-10',
	credited: true,
	kind: 'guided',
	streaks: [],
};

export const counted: Outcome = { kind: 'counted', result };
export const away: Outcome = { kind: 'kept', why: 'away' };
export const tooLate: Outcome = {
	kind: 'refused',
	problem: { status: 409, type: 'urn:problem:too-late', detail: 'The grace is over.' },
};

export function finished(commandId: string, userId = 'ann'): FinishedRun {
	return { commandId, userId, run: `run-${commandId}`, skipped: [] };
}

/** A server that gives these answers, one after the other, then counts what it gets. */
export function serverWith(...answers: Outcome[]) {
	const received: string[] = [];
	const server: Server = {
		checkIn: async ({ commandId }) => {
			received.push(commandId);
			return answers.shift() ?? counted;
		},
		signedIn: async () => 'ann',
	};
	return { received, server };
}

/** A database in memory. */
export class MemoryRuns implements RunStore {
	readonly runs = new Map<string, FinishedRun>();

	all = async () => [...this.runs.values()];
	put = async (run: FinishedRun) => void this.runs.set(run.commandId, run);
	remove = async (commandId: string) => void this.runs.delete(commandId);
}

const refuse = () => Promise.reject(new DOMException('', 'QuotaExceededError'));

/** The database of a browser that blocks it. */
export const noDatabase: RunStore = { all: refuse, put: refuse, remove: refuse };

/** Local storage that is full. */
export const fullStorage = () =>
	new BrowserStorage(
		() =>
			({
				getItem: () => null,
				setItem: () => {
					throw new DOMException('', 'QuotaExceededError');
				},
				removeItem: () => undefined,
			}) as unknown as Storage,
	);
