import { speakOf } from '$lib/messages/language';
import { partOf } from '$lib/messages/partOf';

// A static single-page app: one page for every address, filled in the browser.
export const ssr = false;
export const prerender = false;

/** No screen is shown before its texts are there. */
export const load = async ({ route }) => {
	const part = partOf(route.id);
	if (part) await speakOf(part);
};
