import { sveltekit } from '@sveltejs/kit/vite';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import {
	commonFiles,
	fileOf,
	lazyFiles,
	messageFilesByRoute,
} from './src/lib/messages/messageFiles.ts';
import { unhashed } from './unhashed.config.js';
import { folder, messageFiles } from './messages.config.js';

// What many routes share is one file: many small ones compress badly.
// Messages are files of their own (messages.config.js), and forms bring their fields; most dialogs open later. What few
// screens show is not shared by all because the page of the whole design system shows it too.
const shared =
	/src\/lib\/(?!figure\/|live\/|messages\/((en|de)\/|numbers)|ui\/(\w*Field|Dialog|PublicShell|Ring|Day\w+|Table|[tT]oast)|challenges\/(copyText|NoChallenge)|time\/zones|api\/(challenges|sessions|safety|catalogue))/;
const chunks = [{ name: 'shared', test: shared, minShareCount: 4 }];

// A message file for each route, and for each part that comes later.
const pages = [...Object.entries(messageFilesByRoute), [null, []] as const].map(
	([route, sources]) => [fileOf(route), [...commonFiles, ...sources]] as const,
);
const files = Object.fromEntries([...pages, ...lazyFiles.map((file) => [file, [file]] as const)]);

export default defineConfig(({ mode }) => {
	// Where `npm run dev` finds the server; a build needs none.
	const server = loadEnv(mode, '.', 'STRETCH_').STRETCH_SERVER ?? 'http://localhost:5080';

	return {
		plugins: [sveltekit(), messageFiles(files)],
		define: {
			// For the service worker, which names its cache by it.
			__UNHASHED__: JSON.stringify(unhashed),
			__MESSAGES__: JSON.stringify(folder),
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
