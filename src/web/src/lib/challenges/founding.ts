import { createChallenge, createTeam } from '$lib/api/challenges';
import type { ChallengeRequest } from '$lib/api/types';

type Found = (challenge: ChallengeRequest, teams: readonly string[]) => Promise<string>;

/**
 * Makes a challenge and its first teams, and answers the challenge's id. After a failure half-way
 * the next call goes on where it stopped: there is never a second challenge, nor a team twice.
 */
export function founding(create = createChallenge, addTeam = createTeam): Found {
	const made = new Set<string>();
	let id: string | undefined;

	return async (challenge, teams) => {
		id ??= (await create(challenge)).id;
		for (const name of uniqueNames(teams)) {
			if (!made.has(name)) await addTeam(id, name);
			made.add(name);
		}
		return id;
	};
}

function uniqueNames(names: readonly string[]): string[] {
	const byKey = new Map(names.map((name) => [name.trim().toLowerCase(), name.trim()]));
	byKey.delete('');
	return [...byKey.values()];
}
