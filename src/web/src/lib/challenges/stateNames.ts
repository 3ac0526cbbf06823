import type { ChallengeState } from '$lib/api/types';
import { m } from '$lib/paraglide/messages';

/** The names of the states of a challenge. */
export const stateNames: Readonly<Record<ChallengeState, () => string>> = {
	draft: m.challenge_states_draft,
	open: m.challenge_states_open,
	running: m.challenge_states_running,
	closed: m.challenge_states_closed,
	final: m.challenge_states_final,
	cancelled: m.challenge_states_cancelled,
};
