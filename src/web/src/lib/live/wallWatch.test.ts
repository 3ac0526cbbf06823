import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadProblemMessages } from '$lib/messages/problems';
import type { WallView } from './sessionShapes';
import { FakeHub, moment, refusal, roomStep, SERVER_START } from './testing';
import { WallWatch } from './wallWatch.svelte';

let hub: FakeHub;
let end: () => void;

// The connection loads them before it hands a refusal on.
beforeAll(loadProblemMessages);

beforeEach(() => {
	vi.useFakeTimers({ now: SERVER_START });
	const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
	vi.stubGlobal('document', page);
	vi.stubGlobal('window', new EventTarget());
	hub = new FakeHub();
	hub.serverMs = () => Date.now();
});

afterEach(() => {
	end();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const board = (version: number) => ({
	challengeId: 'c',
	board: 'teamStreak' as const,
	version,
	total: 0,
	rows: [],
	own: null,
});

function view(change: Partial<WallView> = {}): WallView {
	return {
		challengeId: 'c',
		name: 'Spring stretch',
		nextSession: null,
		session: null,
		steps: [],
		count: 0,
		revoked: false,
		...change,
	};
}

const running = (seq: number, change = {}) =>
	view({
		session: moment({ seq, phase: 'running', serverMs: Date.now(), ...change }),
		steps: [roomStep(), roomStep({ exercise: 'fold' }), roomStep({ exercise: 'plank' })],
		count: 3,
	});

async function hung(first: WallView): Promise<WallWatch> {
	const wall = new WallWatch('token', { createHub: async () => hub });
	end = wall.open();
	await pass();
	hub.last.answer(first);
	await pass();
	return wall;
}

describe('WallWatch', () => {
	it('shows the board, and keeps it up', async () => {
		const wall = await hung(view({ board: board(3) }));
		expect(hub.last).toMatchObject({ method: 'WatchWall', args: ['token'] });
		hub.push('StandingsChanged', { ...board(4), total: 6, removed: [] });
		expect(wall.board).toMatchObject({ version: 4, total: 6 });
	});

	it('asks anew where a change of the board was missed', async () => {
		await hung(view({ board: board(3) }));
		hub.push('StandingsChanged', { ...board(5), removed: [] });
		expect(hub.called).toEqual(['WatchWall', 'WatchWall']);
	});

	it('runs a break in step, and keeps the board for afterwards', async () => {
		const wall = await hung(view({ board: board(3) }));
		hub.push('WallChanged', running(1));
		await pass(4_000);
		expect(wall.guide?.position).toMatchObject({ step: 0, remainingMs: expect.closeTo(26_000, 0) });
		expect(wall.count).toBe(3);
		hub.push('SessionChanged', moment({ seq: 2, phase: 'paused', remainingMs: 26_000 }));
		expect(wall.guide?.running).toBe(false);
		hub.push('WallChanged', view());
		expect(wall.guide).toBeUndefined();
		expect(wall.board?.version).toBe(3);
	});

	it('does not step back for a view that is older than the last word', async () => {
		const wall = await hung(running(1));
		hub.push('SessionChanged', moment({ seq: 2, phase: 'paused' }));
		hub.push('WallChanged', running(1));
		expect(wall.moment?.seq).toBe(2);
	});

	it('counts who is there', async () => {
		const wall = await hung(running(1));
		hub.push('RosterChanged', { sessionId: 's', count: 9, joined: [], left: [], changed: [] });
		expect(wall.count).toBe(9);
	});

	it('comes back by itself, and shows on what it had meanwhile', async () => {
		const wall = await hung(running(1));
		hub.start = () => Promise.reject(new Error('away'));
		hub.cut();
		await pass(10_000);
		expect(wall.guide?.position.remainingMs).toBeCloseTo(20_000, 0);
		hub.start = async () => undefined;
		await pass(2_000);
		hub.last.answer(running(4, { step: 2 }));
		await pass();
		expect(wall.guide?.position).toMatchObject({ step: 2, remainingMs: expect.closeTo(30_000, 0) });
	});

	it('says that its address is void, and looks again by itself', async () => {
		const wall = await hung(view({ board: board(3) }));
		hub.push('WallChanged', view({ revoked: true }));
		hub.last.fail(refusal('unknown-to-this-client', 'This address does not hold.'));
		await pass();
		expect(wall.problem).toBe('This address does not hold.');
		await pass(2_000);
		hub.last.answer(view());
		await pass();
		expect(wall.problem).toBeUndefined();
	});

	it('looks again by itself where the server had trouble, and says nothing of its address', async () => {
		const wall = new WallWatch('token', { createHub: async () => hub });
		end = wall.open();
		await pass();
		hub.last.fail(new Error('An unexpected error occurred.'));
		await pass();
		expect(wall.problem).toBeUndefined();
		await pass(1_000);
		hub.last.answer(view());
		await pass();
		expect(wall.view?.name).toBe('Spring stretch');
	});
});
