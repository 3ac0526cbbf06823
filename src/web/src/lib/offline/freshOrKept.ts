import { isOurs } from '../api/mark';
import { withTimeout } from '../time/withTimeout';

/**
 * The server's answer, or the cached one after `limitMs`, a network failure, a status of 500 and above, or
 * an answer that is not the server's.
 * Without a cached answer, always the server's.
 */
export async function freshOrKept(
	fresh: Promise<Response>,
	kept: Response | undefined,
	limitMs: number,
): Promise<Response> {
	if (!kept) return fresh;
	const answer = fresh.then(
		(response) => (response.status >= 500 || !isOurs(response) ? kept : response),
		() => kept,
	);
	return withTimeout(answer, limitMs, () => kept);
}
