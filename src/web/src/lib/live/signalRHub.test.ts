import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hub } from './hub';
import { readRefusal } from './refusal';
import { signalRHub } from './signalRHub';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const END = '\u001e';
const PING = 6;
const CLOSE = 7;

/** A socket to a server that pings, and closes what was silent for 30 s, by its own clock: `interval` and `now`. */
class FakeSocket {
	static readonly CONNECTING = 0;
	static readonly OPEN = 1;
	static hangs = false;
	static last: FakeSocket;

	readyState = FakeSocket.CONNECTING;
	onopen = () => undefined;
	onclose: (event: unknown) => void = () => undefined;
	onmessage: (event: { data: string }) => void = () => undefined;
	readonly received: Record<string, unknown>[] = [];
	longestSilenceMs = 0;
	#heardAt = Date.now();
	#server: ReturnType<typeof setInterval> | undefined;

	constructor(readonly url: string) {
		FakeSocket.last = this;
		if (!FakeSocket.hangs) queueMicrotask(() => this.#open());
	}

	send(data: string) {
		this.#noteSilence();
		for (const text of data.split(END).filter(Boolean)) {
			const message = JSON.parse(text) as Record<string, unknown>;
			this.received.push(message);
			if ('protocol' in message) this.push({});
		}
	}

	push(message: object) {
		this.onmessage({ data: JSON.stringify(message) + END });
	}

	close() {
		if (this.readyState === 3) return;
		const wasOpen = this.readyState === FakeSocket.OPEN;
		this.readyState = 3;
		serverTimers.clearInterval(this.#server);
		this.onclose({ wasClean: wasOpen, code: wasOpen ? 1000 : 1006, reason: '' });
	}

	#open() {
		this.readyState = FakeSocket.OPEN;
		this.onopen();
		this.#heardAt = Date.now();
		this.#server = serverTimers.setInterval(() => {
			this.#noteSilence(false);
			if (Date.now() - this.#heardAt > 30 * SECOND) this.close();
			else this.push({ type: PING });
		}, 15 * SECOND);
	}

	#noteSilence(isHeard = true) {
		this.longestSilenceMs = Math.max(this.longestSilenceMs, Date.now() - this.#heardAt);
		if (isHeard) this.#heardAt = Date.now();
	}
}

/** The server's timers, which no browser throttles. */
let serverTimers: Pick<typeof globalThis, 'setInterval' | 'clearInterval'>;
let hub: Hub;

beforeEach(() => {
	vi.useFakeTimers({ now: 0 });
	FakeSocket.hangs = false;
	serverTimers = { setInterval, clearInterval };
	vi.stubGlobal('WebSocket', FakeSocket);
	hub = signalRHub('http://localhost/live?language=en');
});

afterEach(async () => {
	await hub.stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Lets timers fire at full minutes only, as browsers do in tabs that were hidden for some minutes. */
function throttleTimers() {
	const run = setTimeout;
	const wait = (ms = 0) => Math.ceil((Date.now() + ms) / MINUTE) * MINUTE - Date.now();
	vi.stubGlobal('setTimeout', (act: () => void, ms?: number) => run(act, wait(ms)));
}

async function started() {
	const starting = hub.start();
	await pass();
	await starting;
}

describe('signalRHub', () => {
	it('Start_OpensOneSocket_WithoutARequest', async () => {
		const request = vi.fn();
		vi.stubGlobal('fetch', request);
		await started();
		expect(FakeSocket.last.url).toBe('ws://localhost/live?language=en');
		expect(request).not.toHaveBeenCalled();
	});

	it('HiddenTab_ForTenMinutes_StaysConnected', async () => {
		const onclose = vi.fn();
		hub.onclose(onclose);
		await started();
		throttleTimers();
		await pass(10 * MINUTE);
		expect(onclose).not.toHaveBeenCalled();
		expect(FakeSocket.last.longestSilenceMs).toBeLessThan(30 * SECOND);
	});

	it('ServerSilent_ForHalfAMinute_Closes', async () => {
		const onclose = vi.fn();
		hub.onclose(onclose);
		await started();
		FakeSocket.last.push = () => undefined;
		await pass(31 * SECOND);
		expect(onclose).toHaveBeenCalledOnce();
	});

	it('Stop_WhileTheSocketHangs_EndsTheStart', async () => {
		FakeSocket.hangs = true;
		const starting = hub.start();
		await pass(SECOND);
		void hub.stop();
		await expect(starting).rejects.toThrow();
		FakeSocket.hangs = false;
		await started();
	});

	it('Call_Refused_RejectsWithTheServersReason', async () => {
		await started();
		const call = hub.invoke('Watch', 'a', null);
		await pass();
		const { invocationId, target, arguments: args } = FakeSocket.last.received.at(-1) ?? {};
		expect([target, args]).toEqual(['Watch', ['a', null]]);
		const error = `An unexpected error occurred invoking 'Watch' on the server. HubException: ${JSON.stringify({ type: 'removed', detail: 'Gone.' })}`;
		FakeSocket.last.push({ type: 3, invocationId, error });
		const caught = await call.catch((reason: unknown) => reason);
		expect(readRefusal(caught)?.type).toBe('removed');
	});

	it('Message_OfTheServer_ReachesItsHandlerUntilItIsTakenOff', async () => {
		const handler = vi.fn();
		hub.on('Changed', handler);
		await started();
		FakeSocket.last.push({ type: 1, target: 'Changed', arguments: [{ version: 1 }] });
		hub.off('Changed', handler);
		FakeSocket.last.push({ type: 1, target: 'Changed', arguments: [{ version: 2 }] });
		expect(handler).toHaveBeenCalledExactlyOnceWith({ version: 1 });
	});

	it('Stop_TellsTheServer', async () => {
		await started();
		await hub.stop();
		expect(FakeSocket.last.received.at(-1)).toMatchObject({ type: CLOSE });
	});
});
