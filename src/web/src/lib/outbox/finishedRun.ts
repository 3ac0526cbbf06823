import type { ProblemDetails } from '../api/problemDetails';

/** A finished run that the server has not acknowledged yet. */
export interface FinishedRun {
	/** The same for every attempt, so that a repeat does not count twice. */
	commandId: string;
	/** The owner: it must not be sent in another account's session. */
	userId: string;
	run: string;
	skipped: number[];
	/** Why the server refused it for good; stored until it was shown to the person. A text in entries of version 0.1.0. */
	refused?: ProblemDetails | string;
}

/** Where finished runs are stored. */
export interface RunStore {
	/** All finished runs on this device, of all accounts. */
	all: () => Promise<readonly FinishedRun[]>;
	/** Stores a run, in place of the one with the same command. */
	put: (finished: FinishedRun) => Promise<void>;
	remove: (commandId: string) => Promise<void>;
}

/** Whether a run may still count. */
export const isWaiting = ({ refused }: FinishedRun) => refused === undefined;

export const isFinishedRun = ({ commandId, userId, run, skipped }: Partial<FinishedRun>) =>
	[commandId, userId, run].every((text) => typeof text === 'string') && Array.isArray(skipped);
