import { describe, expect, it } from 'vitest';
import { addressesAsCsv, addressesIn } from './addresses';

describe('pasted addresses', () => {
	it('are separated by lines, commas or semicolons', () => {
		expect(addressesIn('a@x.org\nb@x.org, c@x.org;d@x.org\n\n')).toEqual([
			'a@x.org',
			'b@x.org',
			'c@x.org',
			'd@x.org',
		]);
	});

	it('keep the names that mail programs write', () => {
		expect(addressesAsCsv('"Bell, Ana" <ana@x.org>; Ben Cox <ben@x.org>')).toBe(
			'email,name\n"ana@x.org","Bell, Ana"\n"ben@x.org","Ben Cox"',
		);
	});

	it('stay text whatever they are', () => {
		expect(addressesAsCsv('=cmd("x")')).toBe('email,name\n"=cmd(""x"")",""');
	});
});
