import type { Handle } from '@sveltejs/kit';
import figtree from '$lib/ui/fonts/figtree-latin.woff2';
import gabarito from '$lib/ui/fonts/gabarito-latin.woff2';

const preloads = [gabarito, figtree]
	.map((font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin />`)
	.join('');

/** Runs while the client is built: Kit preloads the fonts of no page that is rendered in the browser alone. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => html.replace('<!--fonts-->', preloads) });
