import { expect, it } from 'vitest';
import { addMissing } from './olderBrowsers';

/** A list of a browser without the newer methods. */
function oldList(...values: number[]): number[] {
	const prototype = Object.create(null, {
		[Symbol.iterator]: { value: Array.prototype[Symbol.iterator] },
	});
	addMissing(prototype);
	return Object.setPrototypeOf([...values], prototype);
}

it('AddMissing_OldPrototype_HasTheMethods', () => {
	const list = oldList(3, 1, 2);
	expect([list.at(-1), list.at(0), list.at(7)]).toEqual([2, 3, undefined]);
	expect(list.findLast((value) => value > 1)).toBe(2);
	expect(list.toReversed()).toEqual([2, 1, 3]);
	expect(list.toSorted((one, other) => one - other)).toEqual([1, 2, 3]);
	expect([...list]).toEqual([3, 1, 2]);
});

it('AddMissing_OldPrototype_AddsNothingToLoops', () => {
	const seen = [];
	for (const key in oldList(5)) seen.push(key);
	expect(seen).toEqual(['0']);
});

it('AddMissing_NewPrototype_ReplacesNothing', () => {
	const { at } = Array.prototype;
	addMissing(Array.prototype);
	expect(Array.prototype.at).toBe(at);
});
