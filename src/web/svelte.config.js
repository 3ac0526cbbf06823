import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

// The inline style of Kit's route announcer, the only one that is let through.
const routeAnnouncerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	// Short names of scoped styles: they stand in every component's markup, and no packing helps.
	compilerOptions: { cssHash: ({ hash, css }) => `s${hash(css).slice(0, 4)}` },
	kit: {
		adapter: adapter({ pages: process.env.WEB_CLIENT_OUTPUT ?? 'build', fallback: 'index.html' }),
		// Without a name of its own each build would change the hash of every file.
		version: { name: version },
		// lib/offline registers it, once the page is at rest.
		serviceWorker: { register: false },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-hashes', routeAnnouncerStyle],
				'img-src': ['self', 'data:'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
			},
		},
	},
};
