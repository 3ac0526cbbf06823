import { Resource } from '$lib/api/resource.svelte';
import { fetchTeam } from '$lib/api/teams';
import type { TeamAnswer } from '$lib/api/types';
import { LiveStandings } from '$lib/live/liveStandings.svelte';

/**
 * A team's page as it stands and moves: the board tells when the team's row changes, and the page is fetched anew.
 * A team beyond the rows that a board lists is fetched on return alone.
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

	/** Connects for as long as the view stays; use it in an effect. */
	open(): () => void {
		return this.#standings.open();
	}

	/** Watches the board once the challenge is known; use it in an effect. */
	watch(): (() => void) | undefined {
		return this.#challengeId ? this.#standings.show(this.#challengeId, 'teamStreak') : undefined;
	}

	/** Changes whenever the team's row on the board does; undefined until it is known. */
	get row(): string | undefined {
		return this.#row;
	}
}
