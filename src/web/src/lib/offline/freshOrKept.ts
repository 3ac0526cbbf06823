import { isOurs } from '../api/mark';

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
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<Response>((resolve) => {
		timer = setTimeout(() => resolve(kept), limitMs);
	});
	const answer = fresh.then(
		(response) => (response.status >= 500 || !isOurs(response) ? kept : response),
		() => kept,
	);
	try {
		return await Promise.race([answer, timeout]);
	} finally {
		clearTimeout(timer);
	}
}
