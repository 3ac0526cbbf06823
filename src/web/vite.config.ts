import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { onlinePages } from './onlinePages.config.js';
import { unhashed } from './unhashed.config.js';

// All styles are one file: they are small, and one request costs more than the part of them that a page does not need.
// Modules that pages share: a file for each set of pages that share them, and small files are put into a bigger one. First
// comes what many pages need, which is the frame of them all.
const modules = /node_modules|src\/lib/;
const chunks = [
	{ name: 'styles', test: /\.css$/, priority: 2 },
	{ name: 'shell', test: modules, minShareCount: 4, priority: 1 },
	{
		name: 'shared',
		test: modules,
		minShareCount: 2,
		entriesAware: true,
		entriesAwareMergeThreshold: 12_000,
	},
];

// Vitest would wait for it at its end: `npm test` compiles the messages before.
const paraglide = process.env.VITEST ? [] : paraglideVitePlugin({ project: './project.inlang' });

export default defineConfig(({ mode }) => {
	// Where `npm run dev` finds the server; a build needs none.
	const server = loadEnv(mode, '.', 'STRETCH_').STRETCH_SERVER ?? 'http://localhost:5080';

	return {
		plugins: [paraglide, sveltekit(), onlinePages()],
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
			target: packageJson.browserslist.map((browser) => browser.replace(' ', '')),
			// The content security policy allows nothing inline.
			assetsInlineLimit: 0,
			rolldownOptions: {
				checks: { bundlerTimings: false },
				output: { codeSplitting: { groups: chunks } },
			},
		},
		test: { include: ['src/**/*.test.ts'], css: true },
	};
});
