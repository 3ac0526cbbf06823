import { expect, it } from 'vitest';
import { datesFor } from './sheetDates';

it('writes the dates in each language', () => {
	expect(datesFor('en', '2026-03-02', '2026-04-26').replaceAll(/\s/g, ' ')).toContain('April 2026');
	expect(datesFor('de', '2026-03-02', '2026-04-26').replaceAll(/\s/g, ' ')).toContain(
		'26. April 2026',
	);
});
