import { describe, expect, it } from 'vitest';
import type { StreakReasons } from '$lib/api/types';
import { sentencesOf } from './reasons';

const nothing: StreakReasons = { lastRun: null, frozen: [], daysToNextFreeze: 10, open: [] };
const of = (reasons: Partial<StreakReasons>, freezes = 0) =>
	sentencesOf({ ...nothing, ...reasons }, freezes, 'Europe/Berlin', '2026-03-12');

const run = {
	from: '2026-03-02',
	missedOn: '2026-03-10',
	length: 4,
	frozen: ['2026-03-04', '2026-03-05'],
	reportableUntil: '2026-03-11T11:00:00Z',
	reportUsedFor: null,
};

describe('sentencesOf', () => {
	it('SentencesOf_NothingHappened_SaysSoAndWhenAFreezeComes', () => {
		expect(of({ daysToNextFreeze: 3 }, 1)).toEqual([
			'No run of yours has ended so far.',
			'3 more done days earn a freeze.',
		]);
	});

	it('SentencesOf_EndedRun_TellsTheDayTheFreezesAndTheReport', () => {
		expect(of({ lastRun: run, frozen: run.frozen })).toEqual([
			'Your run of 4 days from Mon 2 Mar ended on Tue 10 Mar: the day was missed, and no freeze was left.',
			'Before that, freezes protected Wed 4 Mar and Thu 5 Mar.',
			'It could be reported until Wed 11 Mar, 12:00.',
			'10 more done days earn a freeze.',
		]);
	});

	it('SentencesOf_ReportOfTheWeekWasUsed_TellsForWhichDay', () => {
		const told = of({ lastRun: { ...run, frozen: [], reportUsedFor: '2026-03-09' } });
		expect(told[1]).toBe(
			'It could not be reported later, because that week’s report was used for Mon 9 Mar.',
		);
	});

	it('SentencesOf_OpenDays_ComeFirst', () => {
		const open = [
			{ date: '2026-03-11', until: '2026-03-12T11:00:00Z', byReport: true },
			{ date: '2026-03-12', until: '2026-03-13T11:00:00Z', byReport: false },
		];
		expect(of({ open }, 2)).toEqual([
			'Wed 11 Mar is missed so far. You can still report it until 12:00: one report a week, Monday to Sunday.',
			'Today counts once you have done it, until tomorrow, 12:00.',
			'No run of yours has ended so far.',
			'You hold two freezes, the most there are.',
		]);
	});

	it('SentencesOf_FreezeAfterTheEndedRun_IsToldApart', () => {
		const told = of({ lastRun: run, frozen: [...run.frozen, '2026-03-11'] });
		expect(told).toContain('Freezes protected Wed 11 Mar.');
	});
});
