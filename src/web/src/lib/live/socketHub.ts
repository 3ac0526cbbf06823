import type { Hub } from './hub';

/** What ends each message of SignalR's JSON protocol. */
const END = '\u001e';
const HANDSHAKE = { protocol: 'json', version: 1 };
const PING_EVERY = 15_000;
/** The server pings as often: after so long a silence it is gone. */
const LONGEST_SILENCE = 30_000;

/** The kinds of messages that a client of plain calls and events sees. */
const INVOCATION = 1;
const COMPLETION = 3;
const PING = 6;
const CLOSE = 7;

interface Message {
	type?: number;
	invocationId?: string;
	target?: string;
	arguments?: unknown[];
	result?: unknown;
	error?: string;
}

interface Call {
	resolve: (result: never) => void;
	reject: (error: Error) => void;
}

type Handler = (message: never) => void;

/**
 * Speaks SignalR's JSON protocol over one WebSocket: calls, events, pings. The official library does far more (other
 * transports, streams, retries of its own), and weighs ten times as much.
 */
export class SocketHub implements Hub {
	#socket: WebSocket | undefined;
	#isUp = false;
	#lastId = 0;
	#silence: ReturnType<typeof setTimeout> | undefined;
	#pinging: ReturnType<typeof setInterval> | undefined;
	#onclose: () => void = () => undefined;
	readonly #calls = new Map<string, Call>();
	readonly #handlers = new Map<string, Set<Handler>>();

	constructor(
		readonly url: string,
		private readonly open: (url: string) => WebSocket = (address) => new WebSocket(address),
		/** What has to be there before a refusal is told. */
		private readonly beforeRefusal: () => Promise<void> = () => Promise.resolve(),
	) {}

	start(): Promise<void> {
		return new Promise((resolve, reject) => {
			const socket = (this.#socket = this.open(this.url));
			socket.onopen = () => socket.send(JSON.stringify(HANDSHAKE) + END);
			socket.onmessage = ({ data }) => {
				if (socket !== this.#socket) return;
				const [first = '', ...rest] = String(data).split(END);
				if (this.#isUp) {
					[first, ...rest].forEach((text) => this.#receive(text));
				} else if ((JSON.parse(first) as Message).error) {
					socket.close();
				} else {
					this.#up();
					resolve();
					rest.forEach((text) => this.#receive(text));
				}
			};
			socket.onclose = () => {
				this.#down(socket);
				reject(new Error('The connection ended.'));
			};
		});
	}

	async stop(): Promise<void> {
		const socket = this.#socket;
		if (!socket) return;
		socket.close();
		// A browser may take its time to say that a dead line is closed.
		socket.onclose?.(new Event('close') as CloseEvent);
	}

	invoke<T>(method: string, ...args: unknown[]): Promise<T> {
		if (!this.#isUp) return Promise.reject(new Error('There is no connection.'));
		const invocationId = String(++this.#lastId);
		return new Promise<T>((resolve, reject) => {
			this.#calls.set(invocationId, { resolve, reject });
			this.#send({ type: INVOCATION, invocationId, target: method, arguments: args });
		});
	}

	on(event: string, handler: Handler): void {
		const handlers = this.#handlers.get(event) ?? new Set();
		this.#handlers.set(event, handlers.add(handler));
	}

	off(event: string, handler: Handler): void {
		this.#handlers.get(event)?.delete(handler);
	}

	onclose(handler: () => void): void {
		this.#onclose = handler;
	}

	#up(): void {
		this.#isUp = true;
		this.#pinging = setInterval(() => this.#send({ type: PING }), PING_EVERY);
		this.#hear();
	}

	#down(socket: WebSocket): void {
		if (socket !== this.#socket) return;
		const wasUp = this.#isUp;
		this.#socket = undefined;
		this.#isUp = false;
		clearInterval(this.#pinging);
		clearTimeout(this.#silence);
		const calls = [...this.#calls.values()];
		this.#calls.clear();
		calls.forEach(({ reject }) => reject(new Error('The connection ended.')));
		if (wasUp) this.#onclose();
	}

	#hear(): void {
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => void this.stop(), LONGEST_SILENCE);
	}

	#send(message: Message): void {
		this.#socket?.send(JSON.stringify(message) + END);
	}

	#receive(text: string): void {
		if (text === '') return;
		this.#hear();
		const message = JSON.parse(text) as Message;
		if (message.type === INVOCATION) this.#tell(message);
		else if (message.type === COMPLETION) this.#complete(message);
		else if (message.type === CLOSE) void this.stop();
	}

	#tell({ target = '', arguments: args = [] }: Message): void {
		for (const handler of [...(this.#handlers.get(target) ?? [])]) {
			handler(args[0] as never);
		}
	}

	#complete({ invocationId = '', result, error }: Message): void {
		const call = this.#calls.get(invocationId);
		this.#calls.delete(invocationId);
		if (error === undefined) call?.resolve(result as never);
		else void this.beforeRefusal().then(() => call?.reject(new Error(error)));
	}
}
