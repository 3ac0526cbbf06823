const KEY = 'reloaded';
/** Whoever comes back to the same lost part within this time is told so instead, in milliseconds. */
const RELOAD_INTERVAL_MS = 60_000;

/** How browsers, and Vite for style sheets, say that a part of the client could not be loaded. */
const CHUNK_ERROR =
	/dynamically imported module|Importing a module script failed|Unable to preload CSS/i;

/** Whether a part of the client could not be loaded: the server has a newer version, or is away. */
export const isLostChunk = (error: unknown) =>
	error instanceof Error && CHUNK_ERROR.test(error.message);

/** Whether an address may be loaded anew: once, or it would go on for ever. */
export function mayReload(last: string | null, href: string, now: number): boolean {
	const [time, before] = last?.split(' ') ?? [];
	return before !== href || now - Number(time) > RELOAD_INTERVAL_MS;
}

/** Loads an address anew where that can help; never comes back then, and comes back with nothing else. */
export async function reloadFor(href: string): Promise<void> {
	try {
		const now = Date.now();
		if (!mayReload(sessionStorage.getItem(KEY), href, now)) return;
		// A server that is away would leave nothing but the browser's own error page.
		const { ok } = await fetch('/_app/version.json', { cache: 'no-store' });
		if (!ok) return;
		sessionStorage.setItem(KEY, `${now} ${href}`);
	} catch {
		return;
	}
	if (href === location.href) location.reload();
	else location.href = href;
	await new Promise(() => undefined);
}
