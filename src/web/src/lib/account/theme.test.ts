import { afterEach, expect, it, vi } from 'vitest';
import { MemoryStorage } from '$lib/storage/storage';
import { chooseTheme, savedTheme } from './theme';

afterEach(() => void vi.unstubAllGlobals());

it.each([
	['light', 'all', 'not all'],
	['dark', 'not all', 'all'],
	['system', '(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'],
] as const)('ChooseTheme_%s_ColoursTheBrowsersBarsToo', (theme, light, dark) => {
	const metas = ['light', 'dark'].map((themeColor) => ({ dataset: { themeColor }, media: '' }));
	const documentElement = { dataset: { theme: 'dark' } as { theme?: string } };
	vi.stubGlobal('document', { documentElement, querySelectorAll: () => metas });
	const storage = new MemoryStorage();
	expect(chooseTheme(theme, storage)).toBe(true);
	expect(metas.map(({ media }) => media)).toEqual([light, dark]);
	expect(documentElement.dataset.theme).toBe(theme === 'system' ? undefined : theme);
	expect(savedTheme(storage)).toBe(theme);
});
