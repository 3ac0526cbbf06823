import { sveltekit } from '@sveltejs/kit/vite';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => {
	// Where `npm run dev` finds the server; a build needs none.
	const server = loadEnv(mode, '.', 'STRETCH_').STRETCH_SERVER ?? 'http://localhost:5080';

	return {
		plugins: [sveltekit()],
		server: {
			proxy: { '/api': server, '/live': { target: server, ws: true } },
		},
		// Everything is a file of its own: the content security policy allows nothing inline.
		build: { assetsInlineLimit: 0, rolldownOptions: { checks: { bundlerTimings: false } } },
		test: { include: ['src/**/*.test.ts'] },
	};
});
