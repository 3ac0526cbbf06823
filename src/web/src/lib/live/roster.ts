import { m } from '$lib/paraglide/messages';
import type { Participant, RosterChange } from './sessionShapes';

/** The names of the roles of a room; plain participants have none. */
export const roleNames = {
	host: m.live_roles_host,
	coHost: m.live_roles_co_host,
	guest: m.live_roles_guest,
};

/** Who is in a room. A large room's `count` is above the length of `people`. */
export interface Roster {
	count: number;
	people: readonly Participant[];
}

/** The roster after a change, with the order of the others unchanged. */
export function rosterAfter(
	roster: Roster,
	{ count, joined, left, changed }: RosterChange,
): Roster {
	const people = new Map(roster.people.map((person) => [person.id, person]));
	left.forEach((id) => people.delete(id));
	[...joined, ...changed].forEach((person) => people.set(person.id, person));
	return { count, people: [...people.values()] };
}

/** The host first, then co-hosts, then the person themselves, then the others in order of arrival. */
export function inOrderOfRole(people: readonly Participant[], ownId: string): Participant[] {
	const weight = ({ id, role }: Participant) => {
		if (role === 'host') return 0;
		if (role === 'coHost') return 1;
		return id === ownId ? 2 : 3;
	};
	return people.toSorted((one, other) => weight(one) - weight(other));
}
