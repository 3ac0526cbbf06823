import { m } from '$lib/paraglide/messages';

/** Somebody who sees something of others, and all that they see. */
interface Viewer {
	who: () => string;
	/** Sentences, each held by a test of the server's `DisclosureTests`. */
	sees: readonly (() => string)[];
}

export const viewers: readonly Viewer[] = [
	{
		who: m.privacy_colleagues_title,
		sees: [
			m.privacy_colleagues_boards,
			m.privacy_colleagues_team,
			m.privacy_colleagues_due,
			m.privacy_colleagues_small,
			m.privacy_colleagues_break,
		],
	},
	{ who: m.privacy_captains_title, sees: [m.privacy_captains] },
	{
		who: m.privacy_organisers_title,
		sees: [m.privacy_organisers_members, m.privacy_organisers_limits],
	},
	{ who: m.privacy_administrators_title, sees: [m.privacy_administrators] },
	{ who: m.privacy_walls_title, sees: [m.privacy_walls] },
	{ who: m.privacy_health_title, sees: [m.privacy_health] },
	{
		who: m.privacy_kept_title,
		sees: [m.privacy_kept_export, m.privacy_kept_deleted, m.privacy_kept_days],
	},
];
