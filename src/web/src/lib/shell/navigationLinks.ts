import { m } from '$lib/paraglide/messages';
import type { IconName } from '$lib/ui/icons';

interface NavigationLink {
	href: string;
	label: string;
	icon: IconName;
}

/** The links of the main navigation. */
export const primaryLinks = (): readonly NavigationLink[] => [
	{ href: '/today', label: m.app_today(), icon: 'today' },
	{ href: '/boards', label: m.app_boards(), icon: 'boards' },
	{ href: '/progress', label: m.app_progress(), icon: 'progress' },
	{ href: '/challenges', label: m.app_challenges(), icon: 'challenges' },
	{ href: '/me', label: m.app_me(), icon: 'me' },
];

/** The links of the secondary navigation: reference pages. */
export const secondaryLinks = (): readonly NavigationLink[] => [
	{ href: '/exercises', label: m.app_exercises(), icon: 'figure' },
	{ href: '/help', label: m.app_help(), icon: 'help' },
];

/** Whether a page belongs to a link; the boards of a challenge and its teams belong to Boards. */
export function isCurrent(href: string, pathname: string): boolean {
	const isBoard =
		pathname === '/boards' || pathname.endsWith('/boards') || pathname.startsWith('/teams/');
	if (href === '/boards' || isBoard) return href === '/boards' && isBoard;
	return pathname === href || pathname.startsWith(`${href}/`);
}
