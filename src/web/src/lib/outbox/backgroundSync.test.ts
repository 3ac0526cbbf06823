import { describe, expect, it } from 'vitest';
import { sendInBackground } from './backgroundSync';
import { away, finished, MemoryRuns, serverWith, tooLate } from './testing';

async function databaseWith(...runs: ReturnType<typeof finished>[]) {
	const database = new MemoryRuns();
	for (const run of runs) await database.put(run);
	return database;
}

describe('sendInBackground', () => {
	it('SendInBackground_RunsOfTwo_SendsThoseOfWhoeverIsSignedIn', async () => {
		const database = await databaseWith(finished('1', 'ben'), finished('2'), finished('3'));
		const { received, server } = serverWith();
		await sendInBackground(database, server);
		expect(received).toEqual(['2', '3']);
		expect(await database.all()).toEqual([finished('1', 'ben')]);
	});

	it('SendInBackground_NobodySignedIn_KeepsAll', async () => {
		const database = await databaseWith(finished('1'));
		const { received, server } = serverWith();
		await sendInBackground(database, { ...server, signedIn: async () => undefined });
		expect(received).toEqual([]);
		expect(await database.all()).toHaveLength(1);
	});

	it('SendInBackground_ServerAway_RejectsSoThatTheBrowserTriesAgain', async () => {
		const database = await databaseWith(finished('1'));
		const { server } = serverWith(away);
		await expect(sendInBackground(database, server)).rejects.toThrow();
		expect(await database.all()).toEqual([finished('1')]);
		await sendInBackground(database, server);
		expect(await database.all()).toEqual([]);
	});

	it('SendInBackground_Refused_KeepsWhatThePersonIsToBeTold', async () => {
		const database = await databaseWith(finished('1'));
		const { received, server } = serverWith(tooLate);
		await sendInBackground(database, server);
		await sendInBackground(database, server);
		expect(received).toEqual(['1']);
		expect(await database.all()).toMatchObject([{ refused: { detail: 'The grace is over.' } }]);
	});

	it('SendInBackground_NothingWaits_AsksNothing', async () => {
		const signedIn = () => Promise.reject(new Error('asked'));
		await sendInBackground(new MemoryRuns(), { ...serverWith().server, signedIn });
	});
});
