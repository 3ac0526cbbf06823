import { describe, expect, it } from 'vitest';
import { ApiProblem } from '$lib/api/problem';
import type { CheckInAnswer } from '$lib/api/types';
import { MemoryStorage } from '$lib/storage/storage';
import type { FinishedRun } from './finishedRun';
import { OTHER_ACCOUNT, PendingCheckIns } from './pendingCheckIns.svelte';

const result: CheckInAnswer = { date: '2026-03-10', credited: true, kind: 'guided', streaks: [] };

function finished(commandId: string, userId = 'ann'): FinishedRun {
	return { commandId, userId, run: `run-${commandId}`, skipped: [] };
}

const signedIn = (remembered = 'ann', asked = remembered) => ({
	remembered: () => remembered,
	asked: async () => asked,
});

async function submit(pending: PendingCheckIns, run: FinishedRun) {
	pending.keep(run);
	return pending.send(run);
}

/** A server that fails with the given problems, one after the other, then acknowledges. */
function server(...problems: ApiProblem[]) {
	const received: FinishedRun[] = [];
	const send = async (run: FinishedRun) => {
		received.push(run);
		const problem = problems.shift();
		if (problem) throw problem;
		return result;
	};
	return { received, send };
}

describe('PendingCheckIns', () => {
	it('forgets a run that the server acknowledged', async () => {
		const { send } = server();
		const pending = new PendingCheckIns(new MemoryStorage(), send);
		expect(await submit(pending, finished('1'))).toEqual({ kind: 'counted', result });
		expect(pending.waiting).toEqual([]);
	});

	it.each([
		['no connection', ApiProblem.unreachable()],
		['a full server', new ApiProblem(503, 'Full.')],
		['a rate limit', new ApiProblem(429, 'Slow down.')],
		['an expired sign-in', new ApiProblem(401, 'Signed out.')],
		['too early an end', new ApiProblem(409, 'Not yet.', {}, 'too-early')],
		['a wrong address', new ApiProblem(400, 'Not here.', {}, 'unknown-host')],
		['a wrong origin', new ApiProblem(403, 'Not from there.', {}, 'foreign-origin')],
	])('keeps a run through %s and sends it again with the same command', async (_, problem) => {
		const storage = new MemoryStorage();
		const { send, received } = server(problem);
		expect((await submit(new PendingCheckIns(storage, send), finished('1'))).kind).toBe('kept');

		const afterReload = new PendingCheckIns(storage, send);
		expect(afterReload.of('ann')).toEqual([finished('1')]);
		await afterReload.flush('ann');
		expect(received.map(({ commandId }) => commandId)).toEqual(['1', '1']);
		expect(afterReload.waiting).toEqual([]);
	});

	it('keeps a run that the server refuses for good until the person was told why', async () => {
		const storage = new MemoryStorage();
		const { send, received } = server(new ApiProblem(409, 'The grace is over.', {}, 'too-late'));
		const outcome = await submit(new PendingCheckIns(storage, send), finished('1'));
		expect(outcome).toMatchObject({ kind: 'refused', problem: { message: 'The grace is over.' } });

		const later = new PendingCheckIns(storage, send);
		await later.flush('ann');
		expect(received).toHaveLength(1);
		expect(later.waiting).toEqual([]);
		expect(later.refusedOf('bob')).toEqual([]);
		const [told] = later.refusedOf('ann');
		expect(told).toEqual({ ...finished('1'), refused: 'The grace is over.' });

		if (told) later.forget(told);
		expect(later.refusedOf('ann')).toEqual([]);
		expect(storage.keys()).toEqual([]);
	});

	it('leaves the sending to the tab that is at it', async () => {
		const { send, received } = server();
		const pending = new PendingCheckIns(
			new MemoryStorage(),
			send,
			signedIn(),
			async () => undefined,
		);
		pending.keep(finished('1'));
		await pending.flush('ann');
		expect(received).toEqual([]);
		expect(pending.of('ann')).toHaveLength(1);
	});

	it('never sends a run for somebody else', async () => {
		const { send, received } = server(ApiProblem.unreachable());
		const pending = new PendingCheckIns(new MemoryStorage(), send);
		await submit(pending, finished('1', 'ann'));
		await pending.flush('bob');
		expect(received).toHaveLength(1);
		expect(pending.of('ann')).toHaveLength(1);
	});

	it('Send_OtherAccountSignedIn_KeepsItUnsent', async () => {
		const { send, received } = server();
		const pending = new PendingCheckIns(new MemoryStorage(), send, signedIn('bob'));
		const outcome = await submit(pending, finished('1', 'ann'));
		expect(outcome).toMatchObject({ kind: 'kept', problem: { kind: OTHER_ACCOUNT } });
		expect(received).toEqual([]);
		expect(pending.of('ann')).toHaveLength(1);
	});

	it('Send_OtherAccountSignedInUnknownHere_KeepsItWhenRefused', async () => {
		const { send } = server(new ApiProblem(403, 'Not yours.', {}, 'unknown-run'));
		const pending = new PendingCheckIns(new MemoryStorage(), send, signedIn('ann', 'bob'));
		const outcome = await submit(pending, finished('1', 'ann'));
		expect(outcome).toMatchObject({ kind: 'kept', problem: { kind: OTHER_ACCOUNT } });
		expect(pending.of('ann')).toHaveLength(1);
	});

	it('Send_UnknownRunOfWhoeverIsSignedIn_IsRefused', async () => {
		const { send } = server(new ApiProblem(403, 'Not yours.', {}, 'unknown-run'));
		const pending = new PendingCheckIns(new MemoryStorage(), send, signedIn('ann'));
		expect((await submit(pending, finished('1', 'ann'))).kind).toBe('refused');
	});

	it('Send_TwiceAtOnce_SendsOnce', async () => {
		const { send, received } = server();
		const pending = new PendingCheckIns(new MemoryStorage(), send, signedIn());
		const run = finished('1');
		pending.keep(run);
		const [one, other] = await Promise.all([pending.send(run), pending.flush('ann')]);
		expect(one.kind).toBe('counted');
		expect(other).toBeUndefined();
		expect(received).toHaveLength(1);
	});

	it('sees what another tab kept', async () => {
		const storage = new MemoryStorage();
		const { send, received } = server(ApiProblem.unreachable());
		const pending = new PendingCheckIns(storage, send);
		await submit(new PendingCheckIns(storage, send), finished('1'));
		await pending.flush('ann');
		expect(received).toHaveLength(2);
	});
});
