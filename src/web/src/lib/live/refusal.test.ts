import { describe, expect, it } from 'vitest';
import { readRefusal } from './refusal';

const refused = (text: string) =>
	new Error(`An error occurred on the server. HubException: ${text}`);

describe('readRefusal', () => {
	it('Read_ProblemInJson_HasItsCodeWordsAndParams', () => {
		const detail = 'The lobby of this break opens at 2026-03-11 08:20 UTC.';
		const params = { opensAt: '2026-03-11T08:20:00.000Z' };
		const refusal = readRefusal(refused(JSON.stringify({ type: 'lobby-closed', detail, params })));
		expect(refusal).toMatchObject({ type: 'lobby-closed', params });
		expect(refusal?.text).not.toBe('');
	});

	it('Read_PlainSentence_HasNoCode', () => {
		expect(readRefusal(refused('Tell us a name for the room.'))).toMatchObject({ type: '' });
	});

	it('Read_LostConnection_IsNone', () => {
		expect(readRefusal(new Error('The connection was closed.'))).toBeUndefined();
	});
});
