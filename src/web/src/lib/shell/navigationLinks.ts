import { messages } from '$lib/messages';
import type { IconName } from '$lib/ui/icons';

const t = messages('app');

interface NavigationLink {
	href: string;
	label: string;
	icon: IconName;
}

/** The links of the main navigation. */
export const primaryLinks = (): readonly NavigationLink[] => [
	{ href: '/today', label: t.today, icon: 'today' },
	{ href: '/boards', label: t.boards, icon: 'boards' },
	{ href: '/progress', label: t.progress, icon: 'progress' },
	{ href: '/challenges', label: t.challenges, icon: 'challenges' },
	{ href: '/me', label: t.me, icon: 'me' },
];

/** The links of the secondary navigation: reference pages. */
export const secondaryLinks = (): readonly NavigationLink[] => [
	{ href: '/exercises', label: t.exercises, icon: 'figure' },
	{ href: '/help', label: t.help, icon: 'help' },
];

/** Whether a page belongs to a link; the boards of a challenge and its teams belong to Boards. */
export function isCurrent(href: string, pathname: string): boolean {
	const isBoard =
		pathname === '/boards' || pathname.endsWith('/boards') || pathname.startsWith('/teams/');
	if (href === '/boards' || isBoard) return href === '/boards' && isBoard;
	return pathname === href || pathname.startsWith(`${href}/`);
}
