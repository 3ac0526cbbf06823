import { afterEach, expect, it, vi } from 'vitest';
import type { FinishedRun, RunStore } from '$lib/outbox/finishedRun';
import { finished } from '$lib/outbox/testing';
import { MemoryStorage } from '$lib/storage/storage';
import { eraseDevice } from './erase';

afterEach(() => vi.unstubAllGlobals());

function storeOf(...runs: FinishedRun[]): RunStore & { runs: FinishedRun[] } {
	const store = {
		runs,
		all: () => Promise.resolve(store.runs),
		put: () => Promise.resolve(),
		remove: (commandId: string) => {
			store.runs = store.runs.filter((run) => run.commandId !== commandId);
			return Promise.resolve();
		},
	};
	return store;
}

it('EraseDevice_OwnAndForeignRuns_OnlyTheForeignOnesStay', async () => {
	const local = new MemoryStorage();
	local.set('finished-run:1', JSON.stringify(finished('1', 'ann')));
	local.set('finished-run:2', JSON.stringify(finished('2', 'ben')));
	const database = storeOf(finished('3', 'ann'), finished('4', 'ben'));
	await eraseDevice('ann', local, database);
	expect(local.keys()).toEqual(['finished-run:2']);
	expect(database.runs).toEqual([finished('4', 'ben')]);
});

it('EraseDevice_SettingsOfTheDevice_Stay', async () => {
	const local = new MemoryStorage();
	for (const key of ['theme', 'person', 'run', 'variant', 'seat:K7WQ2M']) local.set(key, '{}');
	await eraseDevice('ann', local, storeOf());
	expect(local.keys()).toEqual(['theme']);
});

it('EraseDevice_Caches_KeepTheClientAlone', async () => {
	const deleted: string[] = [];
	vi.stubGlobal('caches', {
		keys: () => Promise.resolve(['shell-1', 'catalogue-en', 'catalogue-de']),
		delete: (name: string) => Promise.resolve(deleted.push(name) > 0),
	});
	await eraseDevice('ann', new MemoryStorage(), storeOf());
	expect(deleted).toEqual(['catalogue-en', 'catalogue-de']);
});

it('EraseDevice_DatabaseIsBlocked_ErasesTheRest', async () => {
	const local = new MemoryStorage();
	local.set('person', '{}');
	const blocked = { ...storeOf(), all: () => Promise.reject(new Error('blocked')) };
	await eraseDevice('ann', local, blocked);
	expect(local.keys()).toEqual([]);
});
