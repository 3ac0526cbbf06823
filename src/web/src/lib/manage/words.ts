import type { ChallengeRole, ImportFault, MemberActivity, TeamColour } from '$lib/api/types';
import { problemText } from '$lib/messages/problems';
import { m } from '$lib/paraglide/messages';

export const roleNames: Readonly<Record<ChallengeRole, () => string>> = {
	participant: m.manage_role_participant,
	captain: m.manage_role_captain,
	organiser: m.manage_role_organiser,
};

export const activityNames: Readonly<Record<MemberActivity, () => string>> = {
	never: m.manage_activity_never,
	lately: m.manage_activity_lately,
	quiet: m.manage_activity_quiet,
};

export const colourNames: Readonly<Record<TeamColour, () => string>> = {
	sky: m.manage_colour_sky,
	coral: m.manage_colour_coral,
	plum: m.manage_colour_plum,
	ochre: m.manage_colour_ochre,
	lagoon: m.manage_colour_lagoon,
	rose: m.manage_colour_rose,
	moss: m.manage_colour_moss,
	slate: m.manage_colour_slate,
	indigo: m.manage_colour_indigo,
	brick: m.manage_colour_brick,
	fern: m.manage_colour_fern,
	berry: m.manage_colour_berry,
};

/** What is wrong with a row of a file; the words are loaded by `loadProblemMessages`. */
export const faultText = ({ code, params }: ImportFault): string =>
	problemText(code, (params ?? {}) as Record<string, string | number>, code);
