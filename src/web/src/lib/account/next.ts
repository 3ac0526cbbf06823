/** The path to open after signing in. Only paths of this client are accepted, to prevent open redirects. */
export function nextPath(url: URL, fallback = '/today'): string {
	const next = url.searchParams.get('next') ?? '';
	return /^\/[^/\\]/.test(next) ? next : fallback;
}

/** The address of the sign-in page, which returns to `url` afterwards. */
export function signInPath(url: URL): string {
	return `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
}

/** The address of the sign-up page, likewise. */
export function signUpPath(url: URL): string {
	return `/sign-up?next=${encodeURIComponent(url.pathname + url.search)}`;
}
