import { sveltekit } from '@sveltejs/kit/vite';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import { always, fileOf, later, partsOf } from './src/lib/messages/parts.ts';
import { unhashed } from './unhashed.config.js';
import { folder, words } from './words.config.js';

// What many routes share is one file: many small ones compress badly.
// The words are files of their own (words.config.js), and forms bring their fields; most dialogs open later. What few
// screens show is not shared by all because the page of the whole design system shows it too.
const shared =
	/src\/lib\/(?!figure\/|live\/|messages\/((en|de)\/|numbers)|ui\/(\w*Field|Dialog|PublicShell|Ring|Day\w+|Table|[tT]oast)|challenges\/(copyText|NoChallenge)|time\/zones|api\/(challenges|sessions|safety|catalogue))/;
const chunks = [{ name: 'shared', test: shared, minShareCount: 4 }];

// A file of words for each route, and for each part that comes later.
const pages = [...Object.entries(partsOf), [null, []] as const].map(
	([route, parts]) => [fileOf(route), [...always, ...parts]] as const,
);
const files = Object.fromEntries([...pages, ...later.map((part) => [part, [part]] as const)]);

export default defineConfig(({ mode }) => {
	// Where `npm run dev` finds the server; a build needs none.
	const server = loadEnv(mode, '.', 'STRETCH_').STRETCH_SERVER ?? 'http://localhost:5080';

	return {
		plugins: [sveltekit(), words(files)],
		define: {
			// For the service worker, which names its cache by it.
			__UNHASHED__: JSON.stringify(unhashed),
			__WORDS__: JSON.stringify(folder),
		},
		server: {
			// The server accepts changes only where the page's host is its own: the proxy keeps it.
			proxy: {
				'/api': { target: server, changeOrigin: false },
				// The hub alone: below /live/ are pages.
				'^/live([?]|$)': { target: server, changeOrigin: false, ws: true },
			},
		},
		build: {
			// Everything is a file of its own: the content security policy allows nothing inline.
			assetsInlineLimit: 0,
			// Kit's list of what each route needs beforehand is longer than the wait that it spares.
			modulePreload: false,
			rolldownOptions: {
				checks: { bundlerTimings: false },
				output: { codeSplitting: { groups: chunks } },
			},
		},
		test: { include: ['src/**/*.test.ts'], setupFiles: ['src/lib/messages/testing.ts'] },
	};
});
