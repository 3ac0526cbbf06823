import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SocketHub } from './socketHub';

const END = '\u001e';

/** The server's end of a WebSocket. */
class FakeSocket {
	readonly sent: Record<string, unknown>[] = [];
	closed = false;
	onopen: (() => void) | null = null;
	onmessage: ((event: { data: string }) => void) | null = null;
	onclose: ((event: unknown) => void) | null = null;

	send(data: string) {
		expect(data.endsWith(END)).toBe(true);
		this.sent.push(JSON.parse(data.slice(0, -1)) as Record<string, unknown>);
	}

	close() {
		this.closed = true;
	}

	say(...messages: object[]) {
		this.onmessage?.({ data: messages.map((message) => JSON.stringify(message) + END).join('') });
	}

	get last() {
		return this.sent.at(-1);
	}
}

let sockets: FakeSocket[];
let hub: SocketHub;

beforeEach(() => {
	vi.useFakeTimers();
	sockets = [];
	hub = new SocketHub('ws://localhost/live', () => {
		const socket = new FakeSocket();
		sockets.push(socket);
		return socket as unknown as WebSocket;
	});
});
afterEach(() => void vi.useRealTimers());

async function started(): Promise<FakeSocket> {
	const start = hub.start();
	const socket = sockets.at(-1);
	if (!socket) throw new Error('no socket was opened');
	socket.onopen?.();
	socket.say({});
	await start;
	return socket;
}

describe('start', () => {
	it('shakes hands in JSON', async () => {
		const socket = await started();
		expect(socket.sent).toEqual([{ protocol: 'json', version: 1 }]);
	});

	it('fails where the server does not want to', async () => {
		const start = hub.start();
		sockets[0]?.onopen?.();
		sockets[0]?.say({ error: 'no such protocol' });
		expect(sockets[0]?.closed).toBe(true);
		sockets[0]?.onclose?.({});
		await expect(start).rejects.toThrow();
	});

	it('fails at once when it is stopped meanwhile, and can begin anew', async () => {
		const closed = vi.fn();
		hub.onclose(closed);
		const start = hub.start();
		void hub.stop();
		await expect(start).rejects.toThrow();
		expect(closed).not.toHaveBeenCalled();
		await started();
		expect(sockets).toHaveLength(2);
	});

	it('takes events that come with the handshake', async () => {
		const heard = vi.fn();
		hub.on('SessionChanged', heard);
		const start = hub.start();
		sockets[0]?.say({}, { type: 1, target: 'SessionChanged', arguments: [{ seq: 1 }] });
		await start;
		expect(heard).toHaveBeenCalledWith({ seq: 1 });
	});
});

describe('invoke', () => {
	it('gets its own answer, in whatever order they come', async () => {
		const socket = await started();
		const one = hub.invoke('Sync', 5);
		const other = hub.invoke('React', 'K7WQ2M', 'clap');
		expect(socket.last).toMatchObject({ type: 1, target: 'React', arguments: ['K7WQ2M', 'clap'] });
		socket.say({ type: 3, invocationId: '2' }, { type: 3, invocationId: '1', result: { ms: 7 } });
		expect(await one).toEqual({ ms: 7 });
		expect(await other).toBeUndefined();
	});

	it('fails in the server’s words', async () => {
		const socket = await started();
		const call = hub.invoke('StartSession', 'K7WQ2M');
		socket.say({ type: 3, invocationId: '1', error: 'HubException: You do not lead it.' });
		await expect(call).rejects.toThrow('You do not lead it.');
	});

	it('fails when the line breaks, and without one', async () => {
		const socket = await started();
		const call = hub.invoke('Sync', 5);
		socket.onclose?.({});
		await expect(call).rejects.toThrow();
		await expect(hub.invoke('Sync', 5)).rejects.toThrow();
	});
});

describe('the line', () => {
	it('says once that it ended, and hears nothing more from it', async () => {
		const closed = vi.fn();
		const heard = vi.fn();
		hub.onclose(closed);
		hub.on('SessionChanged', heard);
		const socket = await started();
		await hub.stop();
		socket.onclose?.({});
		socket.say({ type: 1, target: 'SessionChanged', arguments: [{}] });
		expect(closed).toHaveBeenCalledOnce();
		expect(heard).not.toHaveBeenCalled();
	});

	it('pings, and is dead after half a minute of silence', async () => {
		const closed = vi.fn();
		hub.onclose(closed);
		const socket = await started();
		vi.advanceTimersByTime(20_000);
		expect(socket.last).toEqual({ type: 6 });
		socket.say({ type: 6 });
		vi.advanceTimersByTime(20_000);
		expect(closed).not.toHaveBeenCalled();
		vi.advanceTimersByTime(10_000);
		expect(closed).toHaveBeenCalledOnce();
	});

	it('ends when the server says goodbye', async () => {
		const closed = vi.fn();
		hub.onclose(closed);
		const socket = await started();
		socket.say({ type: 7 });
		expect(closed).toHaveBeenCalledOnce();
	});

	it('forgets a handler that was taken off', async () => {
		const heard = vi.fn();
		hub.on('Reactions', heard);
		hub.off('Reactions', heard);
		const socket = await started();
		socket.say({ type: 1, target: 'Reactions', arguments: [{}] });
		expect(heard).not.toHaveBeenCalled();
	});
});
