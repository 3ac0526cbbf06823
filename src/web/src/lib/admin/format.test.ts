import { describe, expect, it } from 'vitest';
import { size } from './format';

describe('size', () => {
	it.each([
		[0, '0 kB'],
		[4096, '4.1 kB'],
		[999_999, '1,000 kB'],
		[1_000_000, '1 MB'],
		[123_456_789, '123 MB'],
		[5e15, '5,000 TB'],
	])('%i bytes are %s', (bytes, text) => expect(size(bytes)).toBe(text));
});
