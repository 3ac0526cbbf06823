const KEY = 'reloaded';
/** An address is not reloaded twice within this time; the error is shown instead. In milliseconds. */
const RELOAD_INTERVAL_MS = 60_000;

/** The error messages of browsers for a failed dynamic import, and Vite's for a style sheet. */
const CHUNK_ERROR =
	/dynamically imported module|Importing a module script failed|Unable to preload CSS/i;

/** Whether a dynamic import failed: the server has a newer version, or is away. */
export const isLostChunk = (error: unknown) =>
	error instanceof Error && CHUNK_ERROR.test(error.message);

/** Whether an address may be reloaded; prevents an endless loop. */
export function mayReload(last: string | null, href: string, now: number): boolean {
	const [time, before] = last?.split(' ') ?? [];
	// A time in the future was written before the clock was set back.
	return before !== href || Math.abs(now - Number(time)) > RELOAD_INTERVAL_MS;
}

/** Reloads an address if that can help, and then never resolves; resolves at once if not. */
export async function reloadFor(href: string): Promise<void> {
	try {
		const now = Date.now();
		if (!mayReload(sessionStorage.getItem(KEY), href, now)) return;
		// If the server is away, a reload would show the browser's error page.
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
