import { loadRouteMessages } from '$lib/messages/language';

// A static single-page app: one page for every address, filled in the browser.
export const ssr = false;
export const prerender = false;

/** No screen is shown before its words are there: they come beside its other parts. */
export const load = ({ route }) => loadRouteMessages(route.id);
