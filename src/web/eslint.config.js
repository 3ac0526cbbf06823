import js from '@eslint/js';
import compat from 'eslint-plugin-compat';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const browserGlobals = Object.fromEntries(
	[
		...['window', 'document', 'localStorage', 'location', 'matchMedia'],
		...['performance', 'MutationObserver', 'PerformanceObserver'],
	].map((name) => [name, 'readonly']),
);

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'src/lib/api/schema.generated.ts', 'src/lib/paraglide/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		// Which browsers those are says `browserslist` in package.json.
		...compat.configs['flat/recommended'],
		// Asked for before it is used: a screen that turns itself off is the only loss.
		settings: { polyfills: ['navigator.wakeLock'] },
	},
	{
		// TypeScript already reports undefined names; ESLint does not know the types.
		files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_$' },
			],
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		// The client is always served from the root of its host.
		rules: { 'svelte/no-navigation-without-resolve': 'off' },
	},
	{ files: ['static/*.js'], languageOptions: { globals: browserGlobals } },
	{
		// The measuring scripts run some functions in the browser's page.
		files: ['*.config.js', 'scripts/*.mjs'],
		languageOptions: {
			globals: {
				...browserGlobals,
				process: 'readonly',
				URL: 'readonly',
				console: 'readonly',
				setTimeout: 'readonly',
			},
		},
	},
);
