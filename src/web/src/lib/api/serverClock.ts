/** How far the server's clock was ahead of the device's at the last answer, in milliseconds. */
let aheadMs = 0;

/** Reads the server's time from an answer; to the second, which is enough for dates. */
export function readClock({ headers }: Response): void {
	// Other answers may come from a cache, with the time at which they were kept.
	if (headers.get('Cache-Control') !== 'no-store') return;
	const then = Date.parse(headers.get('Date') ?? '');
	if (!Number.isNaN(then)) aheadMs = then - Date.now();
}

/** The server's time: the device's clock may be wrong. */
export const serverNow = (): Date => new Date(Date.now() + aheadMs);
