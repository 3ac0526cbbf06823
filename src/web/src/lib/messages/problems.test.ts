import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { locales, overwriteGetLocale } from '$lib/paraglide/runtime';
import type { ProblemParams } from '$lib/api/problemDetails';
import { loadProblemMessages, problemText } from './problems';
import { words } from './problemWords';

const codes = Object.keys(words) as (keyof typeof words)[];
const anyParams = new Proxy({}, { get: (_, name) => `<${String(name)}>` });

describe('the words for problems', () => {
	beforeEach(() => overwriteGetLocale(() => 'en'));

	it('Told_BeforeTheyAreLoaded_AreNone', () => {
		expect(problemText('session-over', {}, 'This break is over.')).toBe('');
	});

	describe('loaded', () => {
		beforeAll(loadProblemMessages);

		it.each(locales.flatMap((locale) => codes.map((code) => [locale, code] as const)))(
			'Told_EachCode in %s: %s',
			(locale, code) => {
				overwriteGetLocale(() => locale);
				const text = (words[code] as (params: ProblemParams) => string)(anyParams);
				expect(text).toMatch(/\p{L}{2}.*\.$/u);
				expect(text).not.toContain('undefined');
			},
		);

		it('Told_ParamsOfTheServer_AreWrittenOut', () => {
			expect(problemText('too-late', { date: '2026-03-10' })).toContain('10 March');
			expect(problemText('too-many-teams', { most: 1000 })).toContain('1,000');
			expect(problemText('lobby-closed', { opensAt: '2026-03-10T09:20:00.000Z' })).toMatch(
				/10 Mar 2026, \d\d:20/,
			);
		});

		it('Told_InGerman_IsGerman', () => {
			overwriteGetLocale(() => 'de');
			expect(problemText('too-short', { least: 8 }, 'Whatever.')).toBe(
				'Bitte mindestens 8 Zeichen.',
			);
		});

		it('Told_CodeUnknownHere_IsTheServersDetail', () => {
			expect(problemText('brand-new', {}, 'Something new.')).toBe('Something new.');
			expect(problemText('constructor', {}, 'Something new.')).toBe('Something new.');
			expect(problemText('too-late', { day: 1 }, 'Something new.')).toBe('Something new.');
			expect(problemText('', undefined, undefined)).toBe('');
		});
	});
});
