/** The header on every answer of the server's API, also on its refusals. */
export const MARK = 'Stretch-Api';

/**
 * Whether an answer is the server's own. Proxies, sign-in pages of a network and virus scanners answer in its place, with any
 * status: that is as good as no answer.
 */
export const isOurs = (response: Response): boolean => response.headers.has(MARK);
