import { expect, it } from 'vitest';
import { withDays } from './holidayChoice';

it('adds the chosen days to the holidays, in order and each once', () => {
	expect(withDays(['2026-04-06', '2026-05-01'], ['2026-04-03', '2026-04-06'])).toEqual([
		'2026-04-03',
		'2026-04-06',
		'2026-05-01',
	]);
});
