import type { ChallengeRole, ChallengeView } from '$lib/api/types';

/** A challenge in which a break can be opened, with what decides whether it can be planned ahead, if that is known. */
export interface BreakChallenge {
	id: string;
	name: string;
	role?: ChallengeRole;
	planning?: ChallengeView['planning'];
	/** The zone and the teams, where they are known: recurring breaks are planned in them. */
	timeZone?: string;
	teams?: readonly { id: string; name: string }[];
	/** The usual hours of work in that zone, if they are known. */
	workHours?: ChallengeView['workHours'];
}

/** Whether somebody may plan breaks ahead (rule 24). Where it is not known here, the server decides. */
export const mayPlan = ({ role, planning }: BreakChallenge): boolean =>
	role !== 'participant' || planning !== 'captains';
