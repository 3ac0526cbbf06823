import { afterEach, describe, expect, it, vi } from 'vitest';
import { allZones } from './zoneList';
import { dateIn, moment } from './format';
import { browserZone, isSameTime, reportedZone, writtenZone, zoneName } from './zones';

afterEach(() => void vi.restoreAllMocks());

/** The zone that the browser reports. */
function report(timeZone: string) {
	const options = { ...new Intl.DateTimeFormat().resolvedOptions(), timeZone };
	vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(options);
}

// None of these is in the browser's data, like a zone that was added later.
const unknown = ['America/Not_Yet', 'Etc/Nowhere', 'undefined', '', 'GMT+01:00'];

describe('browserZone', () => {
	it.each(['Etc/Unknown', '+01:00', ...unknown])('BrowserZone_Reported %s_IsUtc', (zone) => {
		report(zone);
		expect(reportedZone()).toBeUndefined();
		expect(browserZone()).toBe('UTC');
	});

	it.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'])(
		'BrowserZone_Reported %s_IsThat',
		(zone) => {
			report(zone);
			expect(browserZone()).toBe(zone);
		},
	);
});

describe('a zone that the browser does not know', () => {
	it.each(unknown)('Formats_Of %s_AreOfTheBrowsersZone', (zone) => {
		report('Asia/Tokyo');
		const instant = '2026-03-10T20:00:00Z';
		expect(writtenZone(zone)).toBe('Asia/Tokyo');
		expect(dateIn(zone, new Date(instant))).toBe('2026-03-11');
		expect(moment(instant, zone, '2026-03-11')).toMatch(/^0?5:00/);
		expect(isSameTime(zone, 'Asia/Tokyo')).toBe(true);
	});
});

describe('allZones', () => {
	it('AllZones_BrowserThatListsNone_HasCommonOnesAndThoseGiven', () => {
		const list = Intl.supportedValuesOf;
		Object.assign(Intl, { supportedValuesOf: undefined });
		try {
			const zones = allZones('America/Not_Yet');
			expect(zones).toEqual(expect.arrayContaining(['America/Not_Yet', 'Europe/Berlin', 'UTC']));
		} finally {
			Object.assign(Intl, { supportedValuesOf: list });
		}
	});

	it('AllZones_Usually_HasThoseOfTheBrowser', () => {
		expect(allZones('Etc/GMT+5').length).toBeGreaterThan(300);
	});
});

describe('the sources', () => {
	const sources = import.meta.glob<string>(
		['/src/**/*.{ts,svelte}', '!**/*.test.ts', '!**/time/*'],
		{
			query: '?raw',
			import: 'default',
			eager: true,
		},
	);

	it.each(Object.keys(sources))('Source %s_MakesNoDateFormatOfItsOwn', (file) => {
		expect(sources[file]).not.toMatch(
			/DateTimeFormat|toLocaleTimeString|toLocaleString\(.*timeZone/,
		);
	});
});

describe('isSameTime', () => {
	const winter = new Date('2026-01-15T10:00:00Z');

	it('compares the clocks of two zones', () => {
		expect(isSameTime('Europe/Berlin', 'Europe/Paris', winter)).toBe(true);
		expect(isSameTime('UTC', 'Atlantic/Reykjavik', winter)).toBe(true);
		expect(isSameTime('UTC', 'Europe/Berlin', winter)).toBe(false);
	});

	it('knows that summer time makes a difference', () => {
		const summer = new Date('2026-07-15T10:00:00Z');
		expect(isSameTime('UTC', 'Europe/London', winter)).toBe(true);
		expect(isSameTime('UTC', 'Europe/London', summer)).toBe(false);
	});
});

describe('zoneName', () => {
	it('is read without underscores', () => {
		expect(zoneName('America/New_York')).toBe('America/New York');
	});
});
