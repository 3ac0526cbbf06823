import { expect, it, vi } from 'vitest';
import type { ChallengeRequest } from '$lib/api/types';
import { challengeCreation } from './challengeCreation';

const spring: ChallengeRequest = {
	name: 'Spring',
	startsOn: '2026-03-02',
	timeZone: 'Europe/Berlin',
};

it('adds each named team once', async () => {
	const addTeam = vi.fn(async (_: string, name: string) => ({ id: name }));
	const createWithTeams = challengeCreation(async () => ({ id: '7', code: 'ABCDEFGH' }), addTeam);
	expect(await createWithTeams(spring, [' Blue ', '', 'blue', 'Red'])).toBe('7');
	expect(addTeam.mock.calls).toEqual([
		['7', 'blue'],
		['7', 'Red'],
	]);
});

it('goes on after a failure without a second challenge or a team twice', async () => {
	const create = vi.fn(async () => ({ id: '7', code: 'ABCDEFGH' }));
	const addTeam = vi.fn(async (_: string, name: string) => ({ id: name }));
	addTeam.mockResolvedValueOnce({ id: 'Blue' }).mockRejectedValueOnce(new Error('offline'));
	const createWithTeams = challengeCreation(create, addTeam);
	await expect(createWithTeams(spring, ['Blue', 'Red'])).rejects.toThrow('offline');
	await createWithTeams(spring, ['Blue', 'Red']);
	expect(create).toHaveBeenCalledOnce();
	expect(addTeam.mock.calls.map(([, name]) => name)).toEqual(['Blue', 'Red', 'Red']);
});
