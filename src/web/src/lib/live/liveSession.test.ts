import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '$lib/api/problem';
import { loadProblemMessages } from '$lib/messages/problems';
import { MemoryStorage } from '$lib/storage/storage';
import { LiveSession } from './liveSession.svelte';
import { Seats } from './seats';
import { FakeHub, moment, refusal, roomStep, SERVER_START, snapshot } from './testing';

const CODE = 'K7WQ2M';

let hub: FakeHub;
let seats: Seats;
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
	seats = new Seats(new MemoryStorage());
	end = () => undefined;
});

afterEach(() => {
	end();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

async function visit(name: string | null = 'Ben'): Promise<LiveSession> {
	const session = new LiveSession(CODE, name, { seats, createHub: async () => hub });
	end = session.open();
	await pass();
	return session;
}

async function inside(change: Parameters<typeof snapshot>[0] = {}): Promise<LiveSession> {
	const session = await visit();
	hub.last.answer(snapshot({ serverMs: Date.now(), ...change }));
	await pass();
	return session;
}

describe('coming in', () => {
	it('lets a member in by their account', async () => {
		const session = await visit();
		expect(hub.last).toMatchObject({ method: 'JoinSession', args: [CODE, 'Ben'] });
		hub.last.answer(snapshot());
		await pass();
		expect(session.stage).toBe('inside');
		expect(session.roster.people).toHaveLength(1);
	});

	it('asks a guest for a name first, and keeps the seat', async () => {
		const session = await visit(null);
		expect(session.stage).toBe('asking');
		expect(hub.called).toEqual([]);
		void session.enter('Ben');
		expect(hub.last).toMatchObject({ method: 'JoinSession', args: [CODE, 'Ben'] });
		hub.last.answer(snapshot({ seat: 'secret', challengeRole: null }));
		await pass();
		expect(session.stage).toBe('inside');
		expect(seats.of(CODE)).toEqual({ secret: 'secret', name: 'Ben' });
	});

	it('brings a guest back to their seat after a reload', async () => {
		seats.keep(CODE, { secret: 'secret', name: 'Ben' });
		await visit(null);
		expect(hub.last).toMatchObject({ method: 'RejoinSession', args: [CODE, 'secret'] });
	});

	it('tells a guest in the server’s words why not, and asks again', async () => {
		const session = await visit(null);
		void session.enter('Ben');
		hub.last.fail(refusal('unknown-to-this-client', 'The room is full.'));
		await pass();
		expect(session.stage).toBe('asking');
		expect(session.problem).toBe('The room is full.');
	});

	it('keeps the seat of somebody from another challenge too', async () => {
		await visit();
		hub.last.answer(snapshot({ seat: 'secret', challengeRole: null, role: 'guest' }));
		await pass();
		expect(seats.of(CODE)?.secret).toBe('secret');
	});

	it('turns away whom the host removed', async () => {
		const session = await inside();
		hub.push('SessionLeft', { sessionId: 's' });
		expect(session.stage).toBe('refused');
		expect(session.problem).toBe('The host has removed you from this break.');
		expect(session.guide?.running).toBe(false);
	});

	it('tells a member why not', async () => {
		const session = await visit();
		hub.last.fail(refusal('unknown-to-this-client', 'No break has this code.'));
		await pass();
		expect(session.stage).toBe('refused');
		expect(session.problem).toBe('No break has this code.');
	});
});

describe('a lobby that is not open yet', () => {
	const refuse = (afterMs: number) =>
		hub.last.fail(
			new Error(
				`HubException: ${JSON.stringify({
					type: 'lobby-closed',
					detail: 'The lobby of this break opens at 2026-03-11 08:20 UTC.',
					params: { opensAt: new Date(Date.now() + afterMs).toISOString() },
				})}`,
			),
		);

	it('Refused_LobbyClosed_WaitsForTheInstantThatTheServerTold', async () => {
		const session = await visit();
		refuse(60_000);
		await pass();
		expect(session.stage).toBe('early');
		expect(session.opensAt).toBe(Date.now() + 60_000);
		void session.retry();
		expect(hub.last).toMatchObject({ method: 'JoinSession', args: [CODE, 'Ben'] });
	});

	it('Refused_AnInstantThatHasPassedHere_WaitsAtLeastASecond', async () => {
		const session = await visit();
		refuse(-5_000);
		await pass();
		expect(session.opensAt).toBeGreaterThan(Date.now() - 5_000);
		expect(session.stage).toBe('early');
	});
});

describe('the room’s plan and seats', () => {
	it('Replanned_InTheLobby_ReadsTheRoomAgain', async () => {
		await inside();
		hub.push('SessionReplanned', { sessionId: 's' });
		expect(hub.last).toMatchObject({ method: 'RejoinSession' });
	});

	it('SignedIn_WithASeatAsGuest_BringsItAlong_AndForgetsIt', async () => {
		seats.keep(CODE, { secret: 'secret', name: 'Benny' });
		await visit();
		expect(hub.last).toMatchObject({ method: 'RejoinSession', args: [CODE, 'secret'] });
		hub.last.answer(snapshot());
		await pass();
		expect(seats.of(CODE)).toBeUndefined();
	});

	it('Skip_NamesTheStepAfterTheOneThatIsShown', async () => {
		const session = await inside({ phase: 'running', step: 0, remainingMs: 10_000 });
		await pass(11_000);
		void session.skip();
		expect(hub.last).toMatchObject({ method: 'SkipTo', args: [CODE, 2] });
	});
});

describe('the end', () => {
	it.each([
		[1_000, false],
		[300_000, true],
	])('RanLongEnough_After_%i_Is_%s', async (elapsedMs, expected) => {
		const session = await inside({ phase: 'running' });
		hub.push('SessionChanged', moment({ seq: 1, phase: 'finished', elapsedMs }));
		expect(session.ranLongEnough).toBe(expected);
	});

	it('WasTogether_Alone_IsFalse', async () => {
		const session = await inside({ phase: 'running' });
		expect(session.wasTogether).toBe(false);
		hub.push('RosterChanged', {
			sessionId: 's',
			count: 2,
			joined: [{ id: 'q', name: 'Cem', role: 'participant' }],
			left: [],
			changed: [],
		});
		expect(session.wasTogether).toBe(true);
	});
});

describe('keeping in step', () => {
	const running = (seq: number, step = 0) =>
		moment({ seq, phase: 'running', step, serverMs: Date.now() });

	it('follows changes by their numbers', async () => {
		const session = await inside({ seq: 3 });
		hub.push('SessionChanged', running(4));
		await pass(1_000);
		expect(session.moment?.seq).toBe(4);
		expect(session.guide?.position).toMatchObject({
			step: 0,
			remainingMs: expect.closeTo(29_000, 0),
		});
	});

	it('ignores an outdated change', async () => {
		const session = await inside({ seq: 3 });
		hub.push('SessionChanged', running(3));
		expect(session.moment?.phase).toBe('lobby');
	});

	it('asks for the room anew where a change was missed', async () => {
		const session = await inside({ seq: 3 });
		hub.push('SessionChanged', running(5));
		expect(session.moment?.seq).toBe(3);
		expect(hub.last.method).toBe('RejoinSession');
		hub.last.answer(snapshot({ ...running(5, 1) }));
		await pass();
		expect(session.moment).toMatchObject({ seq: 5, step: 1 });
	});

	it('takes changes that came while the room was asked for', async () => {
		const session = await visit();
		hub.push('SessionChanged', running(1));
		hub.push('RosterChanged', {
			sessionId: 's',
			count: 2,
			joined: [{ id: 'cleo', name: 'Cleo', role: 'guest' }],
			left: [],
			changed: [],
		});
		hub.last.answer(snapshot());
		await pass();
		expect(session.moment?.phase).toBe('running');
		expect(session.roster.people.map(({ name }) => name)).toEqual(['Anna', 'Cleo']);
	});

	it('drops an answer that a later question has overtaken', async () => {
		const session = await inside({ seq: 1 });
		hub.push('SessionChanged', running(4));
		const late = hub.last;
		hub.cut();
		await pass(2_000);
		hub.last.answer(snapshot({ ...running(9, 2) }));
		late.answer(snapshot({ ...running(4, 0) }));
		await pass();
		expect(session.moment?.seq).toBe(9);
	});

	it('hears nothing of other rooms', async () => {
		const session = await inside();
		hub.push('SessionChanged', { ...running(1), sessionId: 'other' });
		expect(session.moment?.phase).toBe('lobby');
	});

	it('says what the host did', async () => {
		const session = await inside({ phase: 'running' });
		hub.push('SessionChanged', moment({ seq: 1, phase: 'paused', remainingMs: 20_000 }));
		expect(session.guide?.announcement).toBe('The break is paused.');
		expect(session.guide?.running).toBe(false);
	});
});

describe('coming back', () => {
	it('is in step within two seconds of the line’s return, in the same seat', async () => {
		const session = await inside({ phase: 'running' });
		hub.start = () => Promise.reject(new Error('away'));
		hub.cut();
		await pass(20_000);
		expect(session.guide?.position.remainingMs).toBeCloseTo(10_000, 0);
		hub.start = async () => undefined;
		await pass(2_000);
		expect(hub.last).toMatchObject({ method: 'RejoinSession', args: [CODE, null] });
		const now = moment({ seq: 2, phase: 'running', step: 2, serverMs: Date.now() });
		hub.last.answer(snapshot(now));
		await pass();
		expect(session.guide?.position).toMatchObject({
			step: 2,
			remainingMs: expect.closeTo(30_000, 0),
		});
	});

	it('leaves no second way in after leaving', async () => {
		const session = await inside();
		void session.leave();
		expect(hub.last.method).toBe('LeaveSession');
		hub.last.answer(undefined);
		await pass(60_000);
		expect(session.stage).toBe('left');
		expect(hub.called.filter((name) => name === 'RejoinSession')).toEqual([]);
	});

	it('comes back when asked after leaving', async () => {
		const session = await inside();
		void session.leave();
		hub.last.answer(undefined);
		await pass();
		void session.retry();
		await pass();
		expect(hub.last.method).toBe('RejoinSession');
	});
});

describe('one’s own way', () => {
	const fetchSteps = vi.fn(async () => [roomStep({ exercise: 'seated-twist', ms: 90_000 })]);

	async function insideWith(ms: number): Promise<LiveSession> {
		const session = new LiveSession(CODE, 'Ben', {
			seats,
			createHub: async () => hub,
			requests: { fetchSessionSteps: fetchSteps },
		});
		end = session.open();
		await pass();
		const now = { phase: 'running' as const, serverMs: Date.now(), remainingMs: ms };
		hub.last.answer(snapshot(now));
		await pass();
		return session;
	}

	it('fills the room’s time with one’s own steps', async () => {
		const session = await insideWith(20_000);
		await session.take('seated');
		expect(fetchSteps).toHaveBeenCalledWith(CODE, 'seated');
		expect(session.guide?.step?.exercise).toBe('seated-twist');
		expect(session.guide?.position.remainingMs).toBeCloseTo(80_000, 0);
	});

	it('stays through a change of the room and a return', async () => {
		const session = await insideWith(20_000);
		await session.take('seated');
		hub.push('SessionChanged', moment({ seq: 5, phase: 'running' }));
		hub.last.answer(snapshot({ seq: 5, phase: 'running', step: 1, serverMs: Date.now() }));
		await pass();
		expect(session.guide?.step?.exercise).toBe('seated-twist');
		await session.take('room');
		expect(session.guide?.step?.exercise).toBe('fold');
	});

	it('does what the room does where the steps cannot be had', async () => {
		const session = await insideWith(20_000);
		fetchSteps.mockRejectedValueOnce(new Error('away'));
		await session.take('gentle');
		expect(session.guide?.step?.exercise).toBe('calf');
		await session.take('room');
	});
});

describe('roles', () => {
	it('knows its own role after it changed', async () => {
		const own = { id: 'ben', name: 'Ben', role: 'participant' as const };
		const session = await inside({ participants: [own] });
		expect(session.leads).toBe(false);
		hub.push('RosterChanged', {
			sessionId: 's',
			count: 1,
			joined: [],
			left: [],
			changed: [{ ...own, role: 'host' }],
		});
		expect(session.leads).toBe(true);
	});

	it('notes since when the host is gone', async () => {
		const session = await inside();
		expect(session.hostGoneSince).toBeUndefined();
		await pass(5_000);
		const gone = { sessionId: 's', count: 0, joined: [], left: ['anna'], changed: [] };
		hub.push('RosterChanged', gone);
		const since = session.hostGoneSince ?? NaN;
		expect(Math.abs(since - (SERVER_START + 5_000))).toBeLessThan(5);
	});

	it('throws the server’s words where it refuses a command', async () => {
		const session = await inside();
		const asked = session.command('PauseSession');
		hub.last.fail(refusal('unknown-to-this-client', 'The break is not running.'));
		await expect(asked).rejects.toThrow('The break is not running.');
	});
});

describe('a network that lets no WebSocket through', () => {
	const fetchRoom = vi.fn(async () => snapshot());
	const fetchSession = vi.fn();

	async function visitBlocked(name: string | null): Promise<LiveSession> {
		hub.start = () => Promise.reject(new Error('403'));
		const session = new LiveSession(CODE, name, {
			seats,
			createHub: async () => hub,
			requests: { fetchRoom, fetchSession },
		});
		end = session.open();
		await pass(15_000);
		return session;
	}

	it('Member_FollowsTheRoom_WithoutLeadingIt', async () => {
		fetchRoom.mockImplementation(async () =>
			snapshot({ phase: 'running', role: 'host', serverMs: Date.now(), remainingMs: 20_000 }),
		);
		const session = await visitBlocked('Ben');
		expect(fetchRoom).toHaveBeenCalledWith(CODE, null);
		expect(session).toMatchObject({ stage: 'inside', isWatching: true, leads: false });
		expect(session.guide?.running).toBe(true);
		expect(session.errorMs).toBeLessThan(1_000);
	});

	it('Member_KeepsTheGuide_FromSnapshotToSnapshot', async () => {
		fetchRoom.mockImplementation(async () => snapshot({ serverMs: Date.now() }));
		const session = await visitBlocked('Ben');
		const { guide } = session;
		await pass(10_000);
		expect(session.guide).toBe(guide);
	});

	it('GuestWithASeat_FollowsTheRoomByIt', async () => {
		seats.keep(CODE, { secret: 'secret', name: 'Ben' });
		await visitBlocked(null);
		expect(fetchRoom).toHaveBeenLastCalledWith(CODE, 'secret');
	});

	it('NewGuest_IsToldThatJoiningNeedsAConnection', async () => {
		fetchRoom.mockClear();
		const session = await visitBlocked(null);
		void session.enter('Ben');
		await pass(15_000);
		expect(session).toMatchObject({ stage: 'joining', isWatching: true });
		expect(fetchRoom).not.toHaveBeenCalled();
	});

	it('Stranger_WithoutASeat_IsToldTheSame', async () => {
		fetchRoom.mockRejectedValue(new ApiProblem(404, 'No place.', {}, 'unknown-seat'));
		const session = await visitBlocked('Ben');
		expect(session).toMatchObject({ stage: 'joining', isWatching: true });
	});
});

describe('a join that is refused for a moment', () => {
	it('Refused_WhileInside_KeepsTheRoom_AndSaysThatItIsNotLive', async () => {
		const session = await inside({ phase: 'running' });
		hub.push('SessionChanged', moment({ seq: 9 }));
		hub.last.fail(refusal('too-many-requests'));
		await pass();
		expect(session).toMatchObject({ stage: 'inside', status: 'stale' });
		await pass(3_000);
		hub.last.answer(snapshot({ seq: 9, phase: 'running', serverMs: Date.now() }));
		await pass();
		expect(session.status).toBe('live');
	});
});
