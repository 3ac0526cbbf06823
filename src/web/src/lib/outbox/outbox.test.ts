import { describe, expect, it, vi } from 'vitest';
import { MemoryStorage } from '$lib/storage/storage';
import type { FinishedRun, RunStore } from './finishedRun';
import { Outbox } from './outbox.svelte';
import {
	away,
	counted,
	finished,
	fullStorage,
	MemoryRuns,
	noDatabase,
	serverWith,
	tooLate,
} from './testing';

const KEY = 'finished-run:1';
const signedIn = (id?: string) => () => id;

/** An outbox with what it uses, and another page's outbox on the same device. */
function device(...answers: Parameters<typeof serverWith>) {
	const local = new MemoryStorage();
	const database = new MemoryRuns();
	const { received, server } = serverWith(...answers);
	const open = (db: RunStore = database) => new Outbox(local, db, server, signedIn('ann'));
	return { local, database, received, server, open, outbox: open() };
}

async function submit(outbox: Outbox, run: FinishedRun) {
	void outbox.put(run);
	return outbox.send(run);
}

describe('put', () => {
	it('Put_Run_IsInLocalStorageAtOnceAndThenInTheDatabase', async () => {
		const { outbox, local, database } = device();
		const put = outbox.put(finished('1'));
		expect(local.get(KEY)).toBe(JSON.stringify(finished('1')));
		expect(outbox.waitingOf('ann')).toEqual([finished('1')]);
		await put;
		expect(local.keys()).toEqual([]);
		expect(await database.all()).toEqual([finished('1')]);
		expect(outbox.waitingOf('ann')).toEqual([finished('1')]);
		expect(outbox.isStored(finished('1'))).toBe(true);
	});

	it('Put_PageClosedBeforeTheDatabaseHasIt_IsCarriedOverAtTheNextStart', async () => {
		const { open, database, received } = device();
		const never = () => new Promise<never>(() => undefined);
		void open({ all: never, put: never, remove: never }).put(finished('1'));

		const next = open();
		expect(next.waitingOf('ann')).toEqual([finished('1')]);
		await next.flush('ben');
		expect(await database.all()).toEqual([finished('1')]);
		await next.flush('ann');
		expect(received).toEqual(['1']);
	});

	it('Put_NoDatabase_StaysInLocalStorage', async () => {
		const { open, local } = device();
		const outbox = open(noDatabase);
		await outbox.put(finished('1'));
		expect(local.keys()).toEqual([KEY]);
		expect(outbox.isStored(finished('1'))).toBe(true);
		expect(await outbox.send(finished('1'))).toEqual(counted);
		expect(local.keys()).toEqual([]);
	});

	it('Put_LocalStorageFull_IsStoredOnceTheDatabaseHasIt', async () => {
		const database = new MemoryRuns();
		const outbox = new Outbox(fullStorage(), database, serverWith().server);
		const put = outbox.put(finished('1'));
		expect(outbox.isStored(finished('1'))).toBe(false);
		await put;
		expect(outbox.isStored(finished('1'))).toBe(true);
		expect(await database.all()).toHaveLength(1);
	});

	it('Put_NothingStores_IsKeptInThisTabAndSaysSo', async () => {
		const { received, server } = serverWith(away);
		const outbox = new Outbox(fullStorage(), noDatabase, server, signedIn('ann'));
		expect(await submit(outbox, finished('1'))).toEqual(away);
		expect(outbox.isStored(finished('1'))).toBe(false);
		await outbox.flush('ann');
		expect(received).toEqual(['1', '1']);
		expect(outbox.waitingOf('ann')).toEqual([]);
	});
});

describe('entries of before', () => {
	it('Flush_EntriesInLocalStorage_AreCarriedOverAndDamagedOnesStay', async () => {
		const { local, database, open } = device(away, away);
		const told = { ...finished('2'), refused: 'That day is closed.' };
		local.set(KEY, JSON.stringify(finished('1')));
		local.set('finished-run:2', JSON.stringify(told));
		local.set('finished-run:x', '{');
		local.set('finished-run:y', '{"commandId":"y"}');

		const outbox = open();
		await outbox.flush('ann');
		expect(await database.all()).toEqual([finished('1'), told]);
		expect(local.keys()).toEqual(['finished-run:x', 'finished-run:y']);
		expect(outbox.refusedOf('ann')).toEqual([told]);
	});
});

describe('send', () => {
	it('Send_Counted_IsForgotten', async () => {
		const { outbox, database, local } = device();
		expect(await submit(outbox, finished('1'))).toEqual(counted);
		expect(outbox.has('1')).toBe(false);
		expect(await database.all()).toEqual([]);
		expect(local.keys()).toEqual([]);
	});

	it('Send_ServerAway_IsSentAgainAfterAReloadWithTheSameCommand', async () => {
		const { outbox, open, received } = device(away);
		expect(await submit(outbox, finished('1'))).toEqual(away);
		const afterReload = open();
		await afterReload.look();
		expect(afterReload.waitingOf('ann')).toEqual([finished('1')]);
		await afterReload.flush('ann');
		expect(received).toEqual(['1', '1']);
		expect(afterReload.has('1')).toBe(false);
	});

	it('Send_Refused_IsKeptUntilThePersonWasTold', async () => {
		const { outbox, open, received, database } = device(tooLate);
		expect(await submit(outbox, finished('1'))).toEqual(tooLate);

		const later = open();
		await later.flush('ann');
		expect(received).toEqual(['1']);
		expect(later.waitingOf('ann')).toEqual([]);
		expect(later.refusedOf('ben')).toEqual([]);
		expect(later.refusedOf('ann')).toMatchObject([{ refused: { detail: 'The grace is over.' } }]);

		await later.remove('1');
		expect(later.refusedOf('ann')).toEqual([]);
		expect(await database.all()).toEqual([]);
	});

	it('Send_OtherAccountHere_WaitsUnsent', async () => {
		const { server, received } = serverWith();
		const outbox = new Outbox(new MemoryStorage(), new MemoryRuns(), server, signedIn('ben'));
		expect(await submit(outbox, finished('1'))).toEqual({ kind: 'kept', why: 'other-account' });
		await outbox.flush('ben');
		expect(received).toEqual([]);
		expect(outbox.waitingOf('ann')).toHaveLength(1);
	});

	const unknownRun = {
		kind: 'refused' as const,
		problem: { status: 403, type: 'urn:problem:unknown-run' },
	};

	it.each([async () => 'ben', async () => undefined, () => Promise.reject(new Error('away'))])(
		'Send_OtherAccountSignedInElsewhere_Waits',
		async (asked) => {
			const { server } = serverWith(unknownRun);
			const to = { ...server, signedIn: asked };
			const outbox = new Outbox(new MemoryStorage(), new MemoryRuns(), to, signedIn('ann'));
			expect(await submit(outbox, finished('1'))).toEqual({ kind: 'kept', why: 'other-account' });
			expect(outbox.waitingOf('ann')).toHaveLength(1);
		},
	);

	it('Send_UnknownRunOfItsOwner_IsRefused', async () => {
		const { outbox } = device(unknownRun);
		expect(await submit(outbox, finished('1'))).toEqual(unknownRun);
	});

	it('Send_BrowserRemovesNothing_IsNotShownNorSentAgain', async () => {
		const { database, open, received } = device();
		const outbox = open({ ...noDatabase, all: database.all, put: database.put });
		await submit(outbox, finished('1'));
		await outbox.flush('ann');
		expect(received).toEqual(['1']);
		expect(outbox.has('1')).toBe(false);
	});
});

describe('flush', () => {
	it('Flush_RunsOfOthers_StayUnsent', async () => {
		const { outbox, received } = device();
		await outbox.put(finished('1', 'ben'));
		await outbox.flush('ann');
		expect(received).toEqual([]);
		expect(outbox.waitingOf('ben')).toHaveLength(1);
	});

	it('Flush_RunKeptByAnotherPage_IsSent', async () => {
		const { outbox, open, received } = device();
		await open().put(finished('1'));
		await outbox.flush('ann');
		expect(received).toEqual(['1']);
	});

	it('Flush_AnotherPageSendsAtTheSameTime_SendsOnce', async () => {
		const queues = new Map<string, Promise<unknown>>();
		const request = (name: string, work: () => Promise<unknown>) => {
			const turn = (queues.get(name) ?? Promise.resolve()).then(work);
			queues.set(name, turn);
			return turn;
		};
		vi.stubGlobal('navigator', { locks: { request } });
		const { outbox, open, received } = device();
		await outbox.put(finished('1'));
		await Promise.all([outbox.send(finished('1')), open().flush('ann'), outbox.flush('ann')]);
		expect(received).toEqual(['1']);
		vi.unstubAllGlobals();
	});
});
