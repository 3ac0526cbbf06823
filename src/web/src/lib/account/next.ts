/** Where to go after signing in: a path of this client, and nothing else. */
export function nextPath(url: URL, fallback = '/today'): string {
	const next = url.searchParams.get('next') ?? '';
	return /^\/[^/\\]/.test(next) ? next : fallback;
}

/** The sign-in page that comes back to the given address. */
export function signInPath(url: URL): string {
	return `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
}
