import { describe, expect, it } from 'vitest';
import { enteredCode, pageOf } from './enteredCode';

describe('enteredCode', () => {
	it.each([
		'ABCDE FGHJK',
		'abcde-fghjk',
		'ABCDE\u2013FGHJK',
		'ABCDE\u2212FGHJK',
		'ＡＢＣＤＥＦＧＨＪＫ',
		'ABCDEFGHJK\u200b',
		'\u200eABCDEFGHJK',
		'ABCDEFGHJK.',
		'ABCDEFGHJK\n',
		'https://stretch.example.com/join/ABCDEFGHJK',
		'https%3A%2F%2Fstretch.example.com%2Fjoin%2FABCDEFGHJK?from=chat',
		'https://stretch.example.com/live/ABCDEFGHJK',
	])('reads the invitation %j', (typed) => {
		expect(enteredCode(typed)).toEqual({ kind: 'invitation', value: 'ABCDEFGHJK' });
	});

	it.each(['abc 234', 'ABC\u2011234', 'http://host:5080/join/ABC234#x', '/live/abc234'])(
		'reads the break %j',
		(typed) => {
			expect(enteredCode(typed)).toEqual({ kind: 'session', value: 'ABC234' });
		},
	);

	it.each(['', ' - ', 'ABC', 'ABCDEÄ', '\u0410BCDEFGHJK', '%'])('refuses %j', (typed) => {
		expect(enteredCode(typed)).toBeNull();
	});

	it('leads to the page of its kind', () => {
		expect(pageOf({ kind: 'session', value: 'ABC234' })).toBe('/live/ABC234');
		expect(pageOf({ kind: 'invitation', value: 'ABCDEFGHJK' })).toBe('/join/ABCDEFGHJK');
	});
});
