import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

// The inline style of Kit's route announcer, the only inline style that the policy allows.
const routeAnnouncerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: process.env.WEB_CLIENT_OUTPUT ?? 'build', fallback: 'index.html' }),
		// Kit's default version is the time of the build, which would change the hash of every file.
		version: { name: version },
		// lib/offline/updates.svelte.ts registers it after the first page is shown.
		serviceWorker: {
			register: false,
			// Icons of installed clients are the system's to keep.
			files: (file) => !/\.png$|^robots\.txt$/.test(file),
		},
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
