import { describe, expect, it } from 'vitest';
import { loadProblemMessages } from '$lib/messages/problems';
import { readRefusal } from './refusal';

const refused = (text: string) =>
	new Error(`An error occurred on the server. HubException: ${text}`);

describe('readRefusal', () => {
	it('Read_ProblemInJson_HasItsCodeWordsAndParams', async () => {
		await loadProblemMessages();
		const detail = 'The lobby of this break opens at 2026-03-11 08:20 UTC.';
		const params = { opensAt: '2026-03-11T08:20:00.000Z' };
		const refusal = readRefusal(refused(JSON.stringify({ type: 'lobby-closed', detail, params })));
		expect(refusal).toMatchObject({ type: 'lobby-closed', params });
		expect(refusal?.text).toContain('11 Mar 2026');
	});

	it('Read_CodeUnknownHere_SaysTheServersDetail', async () => {
		await loadProblemMessages();
		const refusal = readRefusal(refused('{"type":"brand-new","detail":"Something new."}'));
		expect(refusal?.text).toBe('Something new.');
	});

	it('Read_SentenceOfSignalR_HasNoCodeAndGeneralWords', () => {
		const refusal = readRefusal(refused('Method does not exist.'));
		expect(refusal).toMatchObject({ type: '', text: 'Something went wrong. Please try again.' });
	});

	it('Read_LostConnection_IsNone', () => {
		expect(readRefusal(new Error('The connection was closed.'))).toBeUndefined();
	});
});
