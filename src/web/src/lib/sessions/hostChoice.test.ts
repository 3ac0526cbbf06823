import { describe, expect, it } from 'vitest';
import { addable, hostIds, needsSearch } from './hostChoice';

const person = (id: string) => ({ id, name: id.toUpperCase() });

describe('addable', () => {
	it('Addable_LeavesOutWhoIsHostAndWhoIsExcepted', () =>
		expect(addable([person('a'), person('b'), person('c')], [person('b')], 'c')).toEqual([
			person('a'),
		]));
});

describe('needsSearch', () => {
	it('NeedsSearch_OnlyWithAWholePage', () => {
		expect(needsSearch(undefined)).toBe(false);
		expect(needsSearch([person('a')])).toBe(false);
		expect(needsSearch(Array.from({ length: 50 }, (_, index) => person(`p${index}`)))).toBe(true);
	});
});

describe('hostIds', () => {
	it('HostIds_OneselfAlone_IsLeftToTheServer', () =>
		expect(hostIds('me', true, [])).toBeUndefined());

	it('HostIds_OneselfLeadsBeforeOthers', () =>
		expect(hostIds('me', true, [person('a')])).toEqual(['me', 'a']));

	it('HostIds_WithoutOneself_AreTheOthersOrNobody', () => {
		expect(hostIds('me', false, [person('a')])).toEqual(['a']);
		expect(hostIds('me', false, [])).toEqual([]);
	});
});
