import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/** Pages for developers; not found on a server under a public name. */
export const load = ({ url }) => {
	if (!dev && !thisMachine.includes(url.hostname)) error(404);
};
