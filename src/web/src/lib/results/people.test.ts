import { describe, expect, it } from 'vitest';
import type { ExportedPerson } from '$lib/api/results';
import { find, label, MOST_FOUND } from './people';

const person = (id: string, name: string, team: string | null = null): ExportedPerson => ({
	id,
	name,
	email: `${id}@example.org`,
	team,
	joined: '2026-03-02',
	left: null,
});

describe('find', () => {
	const people = [
		person('z', 'Zoë', 'Blue'),
		person('a', 'Ann', 'Red'),
		person('b', 'Ann', 'Blue'),
	];

	it('Find_Nothing_IsEverybodyByName', () =>
		expect(find(people, ' ').map(({ id }) => id)).toEqual(['a', 'b', 'z']));
	it('Find_WithoutAccents_FindsTheName', () =>
		expect(find(people, 'zoe').map(({ id }) => id)).toEqual(['z']));
	it('Find_TwoWords_NeedsBoth', () =>
		expect(find(people, 'ann blue').map(({ id }) => id)).toEqual(['b']));
	it('Find_AnEMail_FindsIt', () =>
		expect(find(people, 'A@EXAMPLE').map(({ id }) => id)).toEqual(['a']));
	it('Find_AmongMany_IsBounded', () =>
		expect(
			find(
				Array.from({ length: 90 }, (_, at) => person(`${at}`, 'N')),
				'',
			),
		).toHaveLength(MOST_FOUND));
});

describe('label', () => {
	it('Label_OfAPerson_TellsThemFromNamesakes', () =>
		expect(label(person('a', 'Ann', 'Red'))).toBe('Ann · Red · a@example.org'));
	it('Label_WithoutTeamAndEMail_IsTheName', () =>
		expect(label({ ...person('a', 'Ann'), email: null })).toBe('Ann'));
});
