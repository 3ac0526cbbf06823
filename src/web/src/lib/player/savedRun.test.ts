import { describe, expect, it } from 'vitest';
import { MemoryStorage } from '$lib/storage/storage';
import { beginRun, currentRun, forgetRun, loadRun, saveRun } from './savedRun';
import { savedRun } from './testing';

function keptRun() {
	const storage = new MemoryStorage();
	beginRun(savedRun({ run: 'first' }), 'ann', storage);
	const run = loadRun('first', 'ann', storage);
	if (!run) throw new Error('The run is not kept.');
	return { storage, run };
}

describe('savedRun', () => {
	it('CurrentRun_AfterProgress_GoesOnThere', () => {
		const { storage, run } = keptRun();
		expect(saveRun({ ...run, elapsedMs: 181_000 }, storage)).toBe(true);
		expect(currentRun('ann', storage)?.elapsedMs).toBe(181_000);
	});

	it('CurrentRun_OfSomebodyElse_IsNone', () => {
		const { storage } = keptRun();
		expect(currentRun('bob', storage)).toBeUndefined();
		expect(loadRun('first', 'bob', storage)).toBeUndefined();
	});

	it('SaveRun_AnotherTabBeganAnother_LeavesThatOne', () => {
		const { storage, run } = keptRun();
		beginRun(savedRun({ run: 'second' }), 'ann', storage);
		expect(saveRun(run, storage)).toBe(false);
		expect(currentRun('ann', storage)?.run).toBe('second');
	});

	it('BeginRun_ReadInTwoTabs_HasOneCommand', () => {
		const { storage, run } = keptRun();
		expect(loadRun('first', 'ann', storage)?.commandId).toBe(run.commandId);
	});

	it.each([
		'{',
		'null',
		JSON.stringify({ ...savedRun(), steps: [null] }),
		JSON.stringify({ ...savedRun(), elapsedMs: null }),
		JSON.stringify({ ...savedRun(), earliestCompletion: 'soon' }),
	])('CurrentRun_DamagedEntry %s_IsNoneAndStays', (value) => {
		const storage = new MemoryStorage();
		storage.set('run', value);
		expect(currentRun('ann', storage)).toBeUndefined();
		forgetRun('token', storage);
		expect(storage.get('run')).toBe(value);
	});
});
