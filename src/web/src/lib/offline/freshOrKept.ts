/**
 * The server's answer where one comes soon, else the kept one. A server that fails counts as one that is away.
 * Without a kept answer the server's is waited for, whatever it says.
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
		(response) => (response.status >= 500 ? kept : response),
		() => kept,
	);
	try {
		return await Promise.race([answer, timeout]);
	} finally {
		clearTimeout(timer);
	}
}
