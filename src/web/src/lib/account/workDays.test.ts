import { describe, expect, it } from 'vitest';
import { defaultWorkDays, workDaysByChallenge } from './workDays';

const everyDay = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const spring = { name: 'Spring', state: 'running', workDays: everyDay };
const team = { name: 'Team', state: 'open', workDays: ['Tue', 'Mon'] };
const over = { name: 'Over', state: 'final', workDays: ['Sun'] };

describe('defaultWorkDays', () => {
	it('are those of the challenge', () => {
		expect(defaultWorkDays([spring, over])).toEqual(everyDay);
		expect(defaultWorkDays([team, over])).toEqual(['Mon', 'Tue']);
	});

	it('are those of all challenges together', () => {
		expect(defaultWorkDays([team, { ...team, workDays: ['Sat'] }])).toEqual(['Mon', 'Tue', 'Sat']);
	});

	it('are Monday to Friday without a challenge', () => {
		expect(defaultWorkDays([over])).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
	});
});

describe('workDaysByChallenge', () => {
	it('groups challenges of the same days', () => {
		expect(workDaysByChallenge([spring, team, { ...spring, name: 'Run' }, over])).toEqual([
			{ names: ['Spring', 'Run'], days: everyDay },
			{ names: ['Team'], days: ['Mon', 'Tue'] },
		]);
	});
});
