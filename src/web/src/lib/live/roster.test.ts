import { describe, expect, it } from 'vitest';
import { inOrderOfRole, rosterAfter } from './roster';
import type { Participant, RosterChange, SeatRole } from './sessionShapes';

const person = (id: string, role: SeatRole = 'participant'): Participant => ({
	id,
	name: id,
	role,
});
const change = (part: Partial<RosterChange>): RosterChange => ({
	sessionId: 's',
	count: 0,
	joined: [],
	left: [],
	changed: [],
	...part,
});
const ids = (people: readonly Participant[]) => people.map(({ id }) => id);

describe('rosterAfter', () => {
	const before = { count: 2, people: [person('a', 'host'), person('b')] };

	it('adds who came and takes away who went', () => {
		const after = rosterAfter(before, change({ count: 7, joined: [person('c')], left: ['b'] }));
		expect(after.count).toBe(7);
		expect(ids(after.people)).toEqual(['a', 'c']);
	});

	it('keeps everybody’s place when a role changes', () => {
		const changed = [person('a'), person('b', 'host')];
		const { people } = rosterAfter(before, change({ count: 2, changed }));
		expect(people).toEqual(changed);
	});

	it('knows nobody twice', () => {
		const { people } = rosterAfter(before, change({ joined: [person('b')] }));
		expect(ids(people)).toEqual(['a', 'b']);
	});
});

describe('inOrderOfRole', () => {
	it('puts the host first, then co-hosts, then oneself', () => {
		const people = [person('x'), person('me'), person('co', 'coHost'), person('h', 'host')];
		expect(ids(inOrderOfRole(people, 'me'))).toEqual(['h', 'co', 'me', 'x']);
	});
});
