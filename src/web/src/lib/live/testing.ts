import type { Hub } from './hub';
import type { TimelineSnapshot, SessionSnapshot, SessionStep } from './sessionShapes';

/** The first instant of the server's clock in these tests. */
export const SERVER_START = 1_790_000_000_000;

/** A timeline for tests: in the lobby, with 30 s left of the first step. */
export function moment(change: Partial<TimelineSnapshot> = {}): TimelineSnapshot {
	return {
		sessionId: 's',
		seq: 0,
		serverMs: SERVER_START,
		phase: 'lobby',
		step: 0,
		remainingMs: 30_000,
		elapsedMs: 0,
		...change,
	};
}

/** A step of a room, for tests: 30 s without getting ready. */
export function roomStep(change: Partial<SessionStep> = {}): SessionStep {
	const exercise = change.exercise ?? 'calf';
	return {
		exercise,
		name: exercise,
		side: 'both',
		ms: 30_000,
		getReadyMs: 0,
		instructions: [],
		cues: [],
		...change,
	};
}

/** The answer to a join, for tests. */
export function snapshot(change: Partial<SessionSnapshot> = {}): SessionSnapshot {
	const steps = ['calf', 'fold', 'plank'].map((exercise) => roomStep({ exercise }));
	return {
		...moment(),
		steps,
		code: 'K7WQ2M',
		challengeId: 'c',
		routineId: 'desk-break-3',
		startsAt: null,
		wasHosted: false,
		count: 1,
		participants: [{ id: 'anna', name: 'Anna', role: 'host' }],
		participantId: 'ben',
		seat: 'account',
		role: 'participant',
		challengeRole: 'participant',
		lateBy: 0,
		missed: [],
		...change,
	};
}

type Call = {
	method: string;
	args: unknown[];
	answer: (value: unknown) => void;
	fail: (error: Error) => void;
};

/** A hub whose answers the test gives, except to `Sync`. */
export class FakeHub implements Hub {
	readonly calls: Call[] = [];
	serverMs = () => SERVER_START;
	readonly #handlers = new Map<string, (message: never) => void>();
	#onclose: () => void = () => undefined;

	start = async () => undefined;

	off(event: string) {
		this.#handlers.delete(event);
	}

	async stop() {
		this.#onclose();
	}

	onclose(handler: () => void) {
		this.#onclose = handler;
	}

	on(event: string, handler: (message: never) => void) {
		this.#handlers.set(event, handler);
	}

	invoke<T>(method: string, ...args: unknown[]): Promise<T> {
		if (method === 'Sync') {
			return Promise.resolve({ clientMs: args[0], serverMs: this.serverMs() } as T);
		}
		return new Promise<T>((resolve, reject) =>
			this.calls.push({ method, args, answer: resolve as never, fail: reject }),
		);
	}

	/** The calls made so far, by name. */
	get called(): string[] {
		return this.calls.map(({ method }) => method);
	}

	get last(): Call {
		const call = this.calls.at(-1);
		if (!call) throw new Error('nothing was called');
		return call;
	}

	push(event: string, message: unknown): void {
		this.#handlers.get(event)?.(message as never);
	}

	cut(): void {
		this.#onclose();
	}
}

/** What SignalR throws where the server refuses a call. */
export const refusal = (type: string, detail = '', params = {}): Error =>
	new Error(`An error occurred. HubException: ${JSON.stringify({ type, detail, params })}`);
