import { m } from '$lib/paraglide/messages';

/** A section of the organiser's console: one route below `/challenges/:id/manage`. */
export interface ManageSection {
	/** The last part of its address; empty for the first section. */
	path: string;
	label: () => string;
}

/** The sections, in the order of their tabs. */
export const sections: readonly ManageSection[] = [
	{ path: '', label: m.manage_settings },
	{ path: 'people', label: m.manage_people },
	{ path: 'teams', label: m.manage_teams },
	{ path: 'invitations', label: m.manage_invitations },
	{ path: 'participation', label: m.participation_title },
	{ path: 'corrections', label: m.corrections_title },
	{ path: 'results', label: m.results_title },
];

/** The address of a section. */
export const sectionHref = (challengeId: string, path: string): string =>
	`/challenges/${challengeId}/manage${path && `/${path}`}`;

/** The section that an address shows; the first for one that is unknown. */
export function sectionOf(pathname: string): string {
	const last = pathname.split('/manage/')[1]?.split('/')[0] ?? '';
	return sections.some(({ path }) => path === last) ? last : '';
}
