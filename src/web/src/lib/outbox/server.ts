import { isOurs } from '../api/mark';
import { kindOf, readDetails, type ProblemDetails } from '../api/problemDetails';
import type { AccountView, CheckInAnswer } from '../api/types';
import type { FinishedRun } from './finishedRun';

/** Why a run waits: the server did not answer or could not, nobody is signed in, somebody else is, or it is too early to count. */
export type Waiting = 'away' | 'signed-out' | 'other-account' | 'too-early';

/** The result of sending a finished run: counted, kept for another attempt, or refused. */
export type Outcome =
	| { kind: 'counted'; result: CheckInAnswer }
	| { kind: 'kept'; why: Waiting }
	| { kind: 'refused'; problem: ProblemDetails };

/** The two calls of the outbox. They need no page: the service worker makes them too. */
export interface Server {
	/** Sends a finished run. Idempotent: a repeat with the same command gets the first answer. */
	checkIn: (finished: FinishedRun) => Promise<Outcome>;
	/** The id of the account that is signed in, undefined if there is none; rejects if the server does not say. */
	signedIn: () => Promise<string | undefined>;
}

const TIMEOUT_MS = 15_000;

/** The refusals that a repeat cannot change; after anything else the run is sent again. */
const FINAL: ReadonlySet<string> = new Set([
	'invalid-request',
	'unknown-run',
	'unknown-step',
	'too-late',
	'run-completed',
	'time-counted',
	'command-reused',
]);

const kept = (why: Waiting): Outcome => ({ kind: 'kept', why });

export const server: Server = {
	async checkIn({ commandId, run, skipped }) {
		try {
			const response = await call('/api/check-ins', {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ commandId, run, skipped }),
				// Goes on when the page is closed.
				keepalive: true,
			});
			if (!response.ok) return refusal(await readDetails(response));
			// Whatever does not say whether the day was credited is no answer of the server's.
			const result = (await response.json()) as CheckInAnswer | null;
			return typeof result?.credited === 'boolean' ? { kind: 'counted', result } : kept('away');
		} catch {
			return kept('away');
		}
	},

	async signedIn() {
		const response = await call('/api/account');
		if (response.status === 401) return undefined;
		if (!response.ok) throw new Error(`/api/account: ${response.status}`);
		return ((await response.json()) as AccountView).id;
	},
};

function refusal(problem: ProblemDetails): Outcome {
	const kind = kindOf(problem);
	if (FINAL.has(kind)) return { kind: 'refused', problem };
	if (problem.status === 401) return kept('signed-out');
	return kept(kind === 'too-early' ? 'too-early' : 'away');
}

/** An answer of the server; rejects if there is none, or another's. */
async function call(path: string, init?: RequestInit): Promise<Response> {
	const headers = { Accept: 'application/json', ...init?.headers };
	const signal = AbortSignal.timeout(TIMEOUT_MS);
	// As for the rest of the API, which redirects nowhere: a sign-in proxy in front of it does.
	const response = await fetch(path, { ...init, headers, signal, redirect: 'manual' });
	if (!isOurs(response)) throw new Error(`${path}: not an answer of the server`);
	return response;
}
