import { expect, test } from 'vitest';
import { contrast, parse } from './contrast';

test('black on white is 21, in either order', () => {
	expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
	expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21);
});

test('a grey in the middle', () => {
	expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 1);
});

test('a computed colour is read', () => {
	expect(parse('rgb(31, 111, 92)')).toEqual([31, 111, 92]);
});
