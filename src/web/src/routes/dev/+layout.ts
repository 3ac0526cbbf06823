import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/** For who develops: not on a server that is shared with others. */
export const load = ({ url }) => {
	if (!dev && !thisMachine.includes(url.hostname)) error(404);
};
