import { expect, it } from 'vitest';
import { isZoneKept, keepZone } from './keptZone';

it('asks again after a change of either zone', () => {
	expect(isZoneKept('UTC', 'Europe/Berlin')).toBe(false);

	keepZone('UTC', 'Europe/Berlin');

	expect(isZoneKept('UTC', 'Europe/Berlin')).toBe(true);
	expect(isZoneKept('Asia/Tokyo', 'Europe/Berlin')).toBe(false);
	expect(isZoneKept('UTC', 'America/New_York')).toBe(false);
});
