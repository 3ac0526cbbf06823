const TICK_MS = 10_000;
/** A longer gap between ticks is a sleep of the device. Browsers let hidden pages tick once a minute. */
const SLEPT_MS = 120_000;
/** Several events tell of the same return. */
const SAME_RETURN_MS = 1_000;

/**
 * Loads again when the page is looked at again: it becomes visible or comes back from the browser's cache of pages left, the
 * device wakes up, or the browser comes online. Use it as the body of an effect.
 */
export function refreshOnReturn(load: () => unknown): () => void {
	let tickedAt = Date.now();
	let loadedAt = 0;

	const refresh = () => {
		tickedAt = Date.now();
		if (document.visibilityState !== 'visible') return;
		if (Math.abs(tickedAt - loadedAt) < SAME_RETURN_MS) return;
		loadedAt = tickedAt;
		load();
	};
	const onpageshow = ({ persisted }: PageTransitionEvent) => persisted && refresh();
	const tick = () => {
		const gap = Date.now() - tickedAt;
		tickedAt = Date.now();
		if (gap > SLEPT_MS) refresh();
	};

	const timer = setInterval(tick, TICK_MS);
	document.addEventListener('visibilitychange', refresh);
	window.addEventListener('pageshow', onpageshow);
	window.addEventListener('online', refresh);
	return () => {
		clearInterval(timer);
		document.removeEventListener('visibilitychange', refresh);
		window.removeEventListener('pageshow', onpageshow);
		window.removeEventListener('online', refresh);
	};
}
