import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import { unhashed } from './unhashed.config.js';

// Code that at least four routes share is one file, because many small files compress badly.
// Left out are form fields, most dialogs, and what few screens show: the design system's
// page imports all of them, which would count as one more route.
const shared =
	/src\/lib\/(?!figure\/|live\/|ui\/(\w*Field|Dialog|PublicShell|Ring|Day\w+|Table|[tT]oast)|challenges\/(copyText|NoChallenge)|time\/zoneList|api\/(challenges|sessions|safety|catalogue))/;
const chunks = [{ name: 'shared', test: shared, minShareCount: 4 }];

// Vitest would wait for it at its end: `npm test` compiles the messages before.
const paraglide = process.env.VITEST ? [] : paraglideVitePlugin({ project: './project.inlang' });

export default defineConfig(({ mode }) => {
	// Where `npm run dev` finds the server; a build needs none.
	const server = loadEnv(mode, '.', 'STRETCH_').STRETCH_SERVER ?? 'http://localhost:5080';

	return {
		plugins: [paraglide, sveltekit()],
		define: {
			// Part of the name of the service worker's cache.
			__UNHASHED__: JSON.stringify(unhashed),
		},
		server: {
			// The server accepts changes only from its own host, so the proxy keeps the Host header.
			proxy: {
				'/api': { target: server, changeOrigin: false },
				// Only the hub: addresses below /live/ are pages.
				'^/live([?]|$)': { target: server, changeOrigin: false, ws: true },
			},
		},
		build: {
			// The oldest browsers, as app.html names them.
			target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
			// The content security policy allows nothing inline.
			assetsInlineLimit: 0,
			// Kit's preload lists cost more bytes than they save time.
			modulePreload: false,
			rolldownOptions: {
				checks: { bundlerTimings: false },
				output: { codeSplitting: { groups: chunks } },
			},
		},
		test: { include: ['src/**/*.test.ts'], css: true },
	};
});
