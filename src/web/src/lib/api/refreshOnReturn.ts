/** Loads again when the page becomes visible or the browser comes online; use it as the body of an effect. */
export function refreshOnReturn(load: () => unknown): () => void {
	const refresh = () => {
		if (document.visibilityState === 'visible') load();
	};
	document.addEventListener('visibilitychange', refresh);
	window.addEventListener('online', refresh);
	return () => {
		document.removeEventListener('visibilitychange', refresh);
		window.removeEventListener('online', refresh);
	};
}
