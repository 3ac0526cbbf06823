import { describe, expect, it } from 'vitest';
import type { SessionListed } from '$lib/api/types';
import { nextOfEach, recurrenceErrors, recurrenceText, scheduleRequest } from './recurrence';

const break_ = (id: string, scheduleId: string | null = null) =>
	({ id, scheduleId }) as SessionListed;

describe('scheduleRequest', () => {
	const chosen = { routineId: 'gentle', time: '10:30:00', everyDay: true, days: [], team: '' };

	it('leaves out what stands for everything', () => {
		expect(scheduleRequest(chosen)).toEqual({ routineId: 'gentle', time: '10:30', weekdays: [] });
	});

	it('names days, hosts and team', () => {
		const some = { ...chosen, everyDay: false, days: ['Tue', 'Fri'] as const, team: 't' };
		expect(scheduleRequest(some, [])).toEqual({
			routineId: 'gentle',
			time: '10:30',
			weekdays: ['Tue', 'Fri'],
			hosts: [],
			team: 't',
		});
	});
});

describe('recurrenceErrors', () => {
	it('needs a time, and a day where days are chosen', () => {
		expect(recurrenceErrors({ time: '', everyDay: true, days: [] })).toHaveProperty('time');
		expect(recurrenceErrors({ time: '9:00', everyDay: false, days: [] })).toHaveProperty(
			'weekdays',
		);
		expect(recurrenceErrors({ time: '9:00', everyDay: true, days: [] })).toBeUndefined();
	});
});

describe('recurrenceText', () => {
	it('says every work day, or the days', () => {
		expect(recurrenceText(null, '10:30')).toBe('Every work day at 10:30');
		expect(recurrenceText(['Fri', 'Tue'], '9:00')).toMatch(/Tue.*Fri.*9:00/);
	});
});

describe('nextOfEach', () => {
	it('keeps the first break of each recurring one', () => {
		const listed = [break_('a', 's'), break_('b'), break_('c', 's'), break_('d', 'r')];
		expect(nextOfEach(listed).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
	});
});
