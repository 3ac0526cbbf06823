import { Resource } from '$lib/api/resource.svelte';
import { fetchTeam } from '$lib/api/challenges';
import type { TeamAnswer } from '$lib/api/types';
import { LiveStandings } from '$lib/live/liveStandings.svelte';

/**
 * A live team page: refetched when the team's row on the board changes.
 * A team that is not among the board's listed rows is refetched only when the page becomes visible.
 */
export class TeamPage {
	readonly team: Resource<TeamAnswer>;
	readonly #id: string;
	readonly #standings = new LiveStandings();
	readonly #challengeId = $derived.by(() => this.team.value?.challengeId);
	readonly #row = $derived.by(() => {
		const board = this.#standings.watch?.value;
		const row = board?.rows.find(({ id }) => id === this.#id) ?? board?.own?.row;
		return row?.id === this.#id ? JSON.stringify(row) : undefined;
	});

	constructor(id: string) {
		this.#id = id;
		this.team = new Resource(() => fetchTeam(id));
	}

	get status() {
		return this.#standings.status;
	}

	load(): Promise<void> {
		return this.team.load();
	}

	/** Connects until the returned function is called; use it in an effect. */
	open(): () => void {
		return this.#standings.open();
	}

	/** Watches the board once the challenge is known; use it in an effect. */
	watch(): (() => void) | undefined {
		return this.#challengeId ? this.#standings.show(this.#challengeId, 'teamStreak') : undefined;
	}

	/** Changes with the team's row on the board; undefined until it is known. */
	get row(): string | undefined {
		return this.#row;
	}
}
