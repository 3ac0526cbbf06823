import { storage, type KeyedStorage } from '$lib/storage/storage';

/** The colours of the client: as the system's, light, or dark. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'theme';

/** The theme chosen on this device. */
export function savedTheme(from: KeyedStorage = storage): Theme {
	const saved = from.get(KEY);
	return saved === 'light' || saved === 'dark' ? saved : 'system';
}

/** Stores the choice and shows it, as /theme.js does before the first paint; returns whether it outlives the page. */
export function chooseTheme(theme: Theme, to: KeyedStorage = storage): boolean {
	const root = document.documentElement;
	if (theme === 'system') delete root.dataset.theme;
	else root.dataset.theme = theme;
	// The colour of the browser's own bars.
	for (const meta of document.querySelectorAll<HTMLMetaElement>('[data-theme-color]')) {
		const own = meta.dataset.themeColor;
		const bySystem = `(prefers-color-scheme: ${own})`;
		meta.media = theme === 'system' ? bySystem : own === theme ? 'all' : 'not all';
	}
	return to.set(KEY, theme);
}
