import { loadRouteMessages } from '$lib/messages/language';

// A static single-page app: one page for every address, filled in the browser.
export const ssr = false;
export const prerender = false;

/** Loads the route's messages in parallel with its components; no page is shown without them. */
export const load = ({ route }) => loadRouteMessages(route.id);
