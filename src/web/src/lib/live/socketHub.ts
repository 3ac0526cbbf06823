/** The record separator of SignalR's JSON protocol. */
const END = '\u001e';
const HANDSHAKE = { protocol: 'json', version: 1 };
const PING_INTERVAL_MS = 15_000;
/** The server pings every 15 s too; a longer silence means that the connection is lost. */
const SILENCE_TIMEOUT_MS = 30_000;

/** The message types of calls and events without streams. */
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

/** A connection to the hub. A handler must not return a value. */
export interface Hub {
	start(): Promise<void>;
	stop(): Promise<void>;
	invoke<T>(method: string, ...args: unknown[]): Promise<T>;
	on(event: string, handler: (message: never) => void): void;
	off(event: string, handler: (message: never) => void): void;
	/** The handler runs when an established connection ends, also after `stop`. */
	onclose(handler: () => void): void;
}

/**
 * A minimal client of SignalR's JSON protocol over one WebSocket: calls, events, pings. The official library, with other
 * transports, streams and retries of its own, is ten times as large.
 */
export class SocketHub implements Hub {
	#socket: WebSocket | undefined;
	#isUp = false;
	#lastId = 0;
	#silenceTimer: ReturnType<typeof setTimeout> | undefined;
	#pingTimer: ReturnType<typeof setInterval> | undefined;
	#onclose: () => void = () => undefined;
	readonly #calls = new Map<string, Call>();
	readonly #handlers = new Map<string, Set<Handler>>();

	constructor(
		readonly url: string,
		private readonly open: (url: string) => WebSocket = (address) => new WebSocket(address),
		/** Awaited before a call is rejected: loads the translations. */
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
					this.#handleOpen();
					resolve();
					rest.forEach((text) => this.#receive(text));
				}
			};
			socket.onclose = () => {
				this.#handleClose(socket);
				reject(new Error('The connection ended.'));
			};
		});
	}

	async stop(): Promise<void> {
		const socket = this.#socket;
		if (!socket) return;
		socket.close();
		// Browsers report the close of a dead connection late.
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

	#handleOpen(): void {
		this.#isUp = true;
		this.#pingTimer = setInterval(() => this.#send({ type: PING }), PING_INTERVAL_MS);
		this.#restartSilenceTimer();
	}

	#handleClose(socket: WebSocket): void {
		if (socket !== this.#socket) return;
		const wasUp = this.#isUp;
		this.#socket = undefined;
		this.#isUp = false;
		clearInterval(this.#pingTimer);
		clearTimeout(this.#silenceTimer);
		const calls = [...this.#calls.values()];
		this.#calls.clear();
		calls.forEach(({ reject }) => reject(new Error('The connection ended.')));
		if (wasUp) this.#onclose();
	}

	#restartSilenceTimer(): void {
		clearTimeout(this.#silenceTimer);
		this.#silenceTimer = setTimeout(() => void this.stop(), SILENCE_TIMEOUT_MS);
	}

	#send(message: Message): void {
		this.#socket?.send(JSON.stringify(message) + END);
	}

	#receive(text: string): void {
		if (text === '') return;
		this.#restartSilenceTimer();
		const message = JSON.parse(text) as Message;
		if (message.type === INVOCATION) this.#dispatch(message);
		else if (message.type === COMPLETION) this.#complete(message);
		else if (message.type === CLOSE) void this.stop();
	}

	#dispatch({ target = '', arguments: args = [] }: Message): void {
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
