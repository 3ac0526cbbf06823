import type { Component } from 'svelte';
import { error } from '@sveltejs/kit';

/** Pages for developers. A build has them only if it is for tests (`scripts/test-build.mjs`). */
const pages: Record<string, () => Promise<{ default: Component }>> =
	import.meta.env.DEV || import.meta.env.VITE_DEV_PAGES
		? {
				figures: () => import('$lib/devUi/Figures.svelte'),
				ui: () => import('$lib/devUi/DesignSystem.svelte'),
			}
		: {};

export const load = async ({ params }) => {
	const page = pages[params.page] ?? error(404);
	return { Page: (await page()).default };
};
