import type { Component } from 'svelte';
import { error } from '@sveltejs/kit';

/** Pages for developers. A build leaves them out: the development server alone has them. */
const pages: Record<string, () => Promise<{ default: Component }>> = import.meta.env.DEV
	? {
			figures: () => import('$lib/devUi/Figures.svelte'),
			ui: () => import('$lib/devUi/DesignSystem.svelte'),
		}
	: {};

export const load = async ({ params }) => {
	const page = pages[params.page] ?? error(404);
	return { Page: (await page()).default };
};
