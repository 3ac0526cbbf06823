import { describe, expect, it } from 'vitest';
import type { AuditLine } from '$lib/api/types';
import { sentence } from './audit';

const line = (part: Partial<AuditLine>): AuditLine => ({
	id: '1',
	at: '2026-03-11T08:00:00Z',
	action: 'dayCorrected',
	actor: { id: 'a', name: 'Ann' },
	subject: { id: 'b', name: 'Ben' },
	detail: { date: '2026-03-10', done: true, reason: 'Was at the fair' },
	...part,
});

describe('sentence', () => {
	it('Sentence_OfACorrection_SaysWhoWhatAndWhy', () =>
		expect(sentence(line({}))).toBe('Ann set Tuesday 10 March of Ben to done: “Was at the fair”'));

	it('Sentence_OfACorrectionToUndone_SaysSo', () =>
		expect(
			sentence(line({ detail: { date: '2026-03-10', done: false, reason: 'x y z' } })),
		).toContain('not done'));

	it('Sentence_OfDeletedAccounts_NamesNobody', () =>
		expect(sentence(line({ actor: null, subject: null }))).toBe(
			'A deleted account set Tuesday 10 March of A deleted account to done: “Was at the fair”',
		));

	it('Sentence_OfACorrectionWhosePersonIsGone_SaysSo', () =>
		expect(sentence(line({ subject: null, detail: {} }))).toBe(
			'Ann corrected a day. Which one is no longer stored.',
		));

	it('Sentence_OfAMember_NamesTheRole', () =>
		expect(sentence(line({ action: 'memberChanged', detail: { role: 'Captain' } }))).toContain(
			'Captain',
		));

	it('Sentence_OfAWithdrawnCorrection_SaysWhichDay', () => {
		const withdrawn = { action: 'correctionWithdrawn', detail: { date: '2026-03-10' } };
		expect(sentence(line(withdrawn))).toContain('took back the correction of Tuesday 10 March of');
		expect(sentence(line({ ...withdrawn, detail: {} }))).toContain('no longer stored');
	});

	it.each([
		['scheduleAdded', 'planned a recurring break: Every work day at 10:30.', null],
		['scheduleChanged', 'it is now: Mon, Fri at 10:30.', ['Mon', 'Fri']],
		['scheduleEnded', 'deleted a recurring break: Every work day at 10:30.', undefined],
	])('Sentence_Of %s_SaysWhen', (action, words, weekdays) =>
		expect(
			sentence(line({ action, subject: null, detail: { time: '10:30', weekdays } })),
		).toContain(words),
	);

	it.each(['somethingNew', 'toString', 'constructor'])(
		'Sentence_OfTheUnknownAction %s_ShowsItsCode',
		(action) => {
			expect(sentence(line({ action, subject: null }))).toBe(`Ann: ${action}`);
			expect(sentence(line({ action }))).toBe(`Ann: ${action} (Ben)`);
		},
	);
});
