// A static single-page app: one page for every address, filled in the browser.
export const ssr = false;
export const prerender = false;
