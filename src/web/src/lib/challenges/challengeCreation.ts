import { createChallenge, createTeam } from '$lib/api/challenges';
import type { ChallengeRequest } from '$lib/api/types';

type CreateWithTeams = (challenge: ChallengeRequest, teams: readonly string[]) => Promise<string>;

/**
 * Creates a challenge with its first teams and returns its id. After a failure the next call
 * continues where it stopped, so neither the challenge nor a team is created twice.
 */
export function challengeCreation(create = createChallenge, addTeam = createTeam): CreateWithTeams {
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
