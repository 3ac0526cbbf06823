import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '$lib/api/problem';
import { LiveConnection } from './connection.svelte';
import { SnapshotFeed } from './snapshotFeed.svelte';
import { FakeHub, refusal } from './testing';

/** A number that grows by one with each message. */
interface State {
	version: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let hub: FakeHub;
let connection: LiveConnection;
let feed: SnapshotFeed<State>;
let shown: number | undefined;
let fetch: ReturnType<typeof vi.fn<() => Promise<State | undefined>>>;
let asksAgain: boolean;
const refused: string[] = [];

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const push = (version: number) => hub.push('Changed', { version });

async function answer(version: number) {
	hub.last.answer({ version });
	await pass();
}

beforeEach(async () => {
	vi.useFakeTimers();
	hub = new FakeHub();
	shown = undefined;
	asksAgain = true;
	refused.length = 0;
	fetch = vi.fn(async () => ({ version: 100 }));
	connection = new LiveConnection(async () => hub);
	feed = new SnapshotFeed<State>(connection, {
		ask: (asked) => asked.invoke('Watch'),
		take: ({ version }) => (shown = version),
		handlers: {
			Changed: ({ version }: State) => {
				if (shown === undefined || version > shown + 1) return 'gap';
				shown = Math.max(shown, version);
			},
		},
		onrefused: ({ type }) => {
			refused.push(type);
			return asksAgain;
		},
		poll: { fetch: () => fetch(), everyMs: 5 * SECOND },
	});
	feed.open();
	connection.open();
	await pass();
});

afterEach(() => {
	feed.close();
	connection.close();
	vi.useRealTimers();
});

describe('a snapshot and its changes', () => {
	it('Messages_BeforeTheSnapshot_AreAppliedAfterIt', async () => {
		push(5);
		push(6);
		await answer(5);
		expect(shown).toBe(6);
		expect(feed.status).toBe('live');
	});

	it('Message_AfterAGap_AsksAgainAtOnce', async () => {
		await answer(5);
		push(7);
		expect(hub.called).toHaveLength(2);
		push(8);
		await answer(7);
		expect(shown).toBe(8);
	});

	it('Messages_ThatAlwaysLeaveAGap_AskMoreAndMoreSeldom', async () => {
		hub.invoke = async <T>(method: string) => {
			hub.calls.push({ method, args: [], answer: () => undefined, fail: () => undefined });
			setTimeout(() => push(99), 10);
			return { version: 5 } as T;
		};
		await answer(5);
		push(9);
		await pass(MINUTE);
		expect(hub.called.length).toBeLessThan(12);
	});

	it('Answer_ThatAReconnectHasOvertaken_IsDropped', async () => {
		const late = hub.last;
		hub.cut();
		await pass(2 * SECOND);
		await answer(9);
		late.answer({ version: 5 });
		await pass();
		expect(shown).toBe(9);
	});

	it('Close_ThenAnAnswer_IsDropped', async () => {
		feed.close();
		await answer(5);
		push(6);
		expect(shown).toBeUndefined();
	});
});

describe('a snapshot that does not come', () => {
	it('Refused_IsStaleAndAskedAgain', async () => {
		hub.last.fail(refusal('too-many-requests'));
		await pass();
		expect(feed.status).toBe('stale');
		expect(refused).toEqual(['too-many-requests']);
		await pass(SECOND);
		await answer(5);
		expect(feed.status).toBe('live');
	});

	it('RefusedForGood_IsNotAskedAgain', async () => {
		asksAgain = false;
		hub.last.fail(refusal('removed'));
		await pass(10 * MINUTE);
		expect(hub.called).toEqual(['Watch']);
	});

	it('Hanging_IsNotLive_AndAskedAgain', async () => {
		expect(feed.status).toBe('connecting');
		await pass(10 * SECOND);
		expect(feed.status).toBe('stale');
		await pass(SECOND);
		expect(hub.called).toHaveLength(2);
		await answer(5);
		expect(feed.status).toBe('live');
	});

	it('RefusedAgainAndAgain_IsAskedMoreAndMoreSeldom', async () => {
		hub.invoke = async (method: string) => {
			hub.calls.push({ method, args: [], answer: () => undefined, fail: () => undefined });
			throw refusal('unexpected');
		};
		hub.last.fail(refusal('unexpected'));
		await pass(10 * MINUTE);
		expect(hub.called.length).toBeGreaterThan(15);
		expect(hub.called.length).toBeLessThan(50);
	});
});

describe('a network that lets no WebSocket through', () => {
	const block = async () => {
		hub.start = () => Promise.reject(new Error('403'));
		hub.cut();
		await pass(30 * SECOND);
	};

	it('Blocked_ShowsWhatRequestsAnswer_AndSaysSo', async () => {
		await answer(5);
		await block();
		expect(shown).toBe(100);
		expect(feed.status).toBe('polling');
		const before = fetch.mock.calls.length;
		await pass(MINUTE);
		expect(fetch.mock.calls.length - before).toBeGreaterThanOrEqual(12);
	});

	it('Blocked_TriesTheConnectionSeldom', async () => {
		await block();
		const start = vi.fn(() => Promise.reject(new Error('403')));
		hub.start = start;
		await pass(10 * MINUTE);
		expect(start.mock.calls.length).toBeLessThanOrEqual(41);
	});

	it('BlockedNoMore_IsLiveAgain_AndPollsNoMore', async () => {
		await block();
		hub.start = async () => undefined;
		connection.retryNow();
		await pass();
		await answer(200);
		expect(feed.status).toBe('live');
		const before = fetch.mock.calls.length;
		await pass(MINUTE);
		expect(fetch.mock.calls.length).toBe(before);
		expect(shown).toBe(200);
	});

	it('ServerAway_IsOffline_NotBlocked', async () => {
		fetch.mockRejectedValue(ApiProblem.unreachable());
		await block();
		expect(feed.status).toBe('offline');
	});

	it('ServerBack_IsConnectedAtOnce_WithoutAWordOfANetworkThatBlocks', async () => {
		fetch.mockRejectedValue(ApiProblem.unreachable());
		await block();
		const seen = new Set<string>();
		hub.start = async () => undefined;
		fetch.mockResolvedValue({ version: 300 });
		for (let passed = 0; passed < 6 * SECOND; passed += 50) {
			seen.add(feed.status);
			await pass(50);
		}
		expect(seen).not.toContain('polling');
		expect(connection.status).toBe('live');
	});

	it('RequestsRefused_TellsWhy', async () => {
		fetch.mockRejectedValue(new ApiProblem(404, 'Unknown.', {}, 'unknown-wall'));
		await block();
		expect(refused).toContain('unknown-wall');
		expect(feed.status).toBe('polling');
	});
});
