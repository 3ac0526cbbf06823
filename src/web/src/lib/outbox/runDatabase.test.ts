import 'fake-indexeddb/auto';
import { IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onChangeElsewhere, RunDatabase } from './runDatabase';
import { finished } from './testing';

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe('RunDatabase', () => {
	it('All_RunsOfAnotherConnection_AreThere', async () => {
		const one = new RunDatabase();
		await one.put(finished('1'));
		await one.put({ ...finished('1'), skipped: [3] });
		await one.put(finished('2', 'ben'));
		expect(await new RunDatabase().all()).toEqual([
			{ ...finished('1'), skipped: [3] },
			finished('2', 'ben'),
		]);
		await one.remove('1');
		expect(await new RunDatabase().all()).toEqual([finished('2', 'ben')]);
	});

	it('All_EntryOfAnotherShape_IsLeftOutAndStays', async () => {
		await new RunDatabase().all();
		const db = await openDB('stretch-challenge');
		await db.put('finished-runs', { commandId: 'odd' });
		expect(await new RunDatabase().all()).toEqual([]);
		expect(await db.count('finished-runs')).toBe(1);
	});

	it('AnyCall_NewerDatabase_Rejects', async () => {
		(await openDB('stretch-challenge', 7)).close();
		await expect(new RunDatabase().all()).rejects.toThrow();
	});

	it('Open_NewerVersionElsewhere_IsNotBlocked', async () => {
		await new RunDatabase().put(finished('1'));
		const newer = await openDB('stretch-challenge', 2);
		expect(newer.version).toBe(2);
	});

	it('AnyCall_NoDatabase_Rejects', async () => {
		vi.stubGlobal('indexedDB', undefined);
		await expect(new RunDatabase().put(finished('1'))).rejects.toThrow();
	});

	it('AnyCall_BlockedDatabase_Rejects', async () => {
		const open = () => {
			throw new DOMException('', 'SecurityError');
		};
		vi.stubGlobal('indexedDB', { open });
		await expect(new RunDatabase().all()).rejects.toThrow();
	});

	it('AnyCall_DatabaseThatNeverAnswers_Rejects', async () => {
		vi.useFakeTimers();
		vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
		const all = expect(new RunDatabase().all()).rejects.toThrow('does not answer');
		await vi.advanceTimersByTimeAsync(3000);
		await all;
	});

	it('AnyCall_AfterAFailure_OpensAgain', async () => {
		const database = new RunDatabase();
		vi.stubGlobal('indexedDB', undefined);
		await expect(database.all()).rejects.toThrow();
		vi.stubGlobal('indexedDB', new IDBFactory());
		expect(await database.all()).toEqual([]);
	});

	it('Put_AnotherPageFollows_IsTold', async () => {
		const told = new Promise<void>((resolve) => {
			const stop = onChangeElsewhere(() => resolve(stop()));
		});
		await new RunDatabase().put(finished('1'));
		await told;
	});

	it('Put_ChannelsAreBlocked_IsStored', async () => {
		const blocked = function () {
			throw new DOMException('', 'SecurityError');
		};
		vi.stubGlobal('BroadcastChannel', blocked);
		const database = new RunDatabase();
		await database.put(finished('1'));
		expect(await database.all()).toHaveLength(1);
		onChangeElsewhere(() => undefined)();
	});
});
