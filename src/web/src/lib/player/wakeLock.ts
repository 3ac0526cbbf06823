/** How long to wait after the system has released the lock before asking for it again, in milliseconds. */
const AGAIN_MS = 2000;

/**
 * Keeps the screen on until the returned function is called, if the browser supports it; `onchange` is told whether the
 * screen is kept on.
 */
export function keepAwake(onchange: (isAwake: boolean) => void = () => undefined): () => void {
	let lock: WakeLockSentinel | undefined;
	let ended = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const acquire = async () => {
		clearTimeout(timer);
		if (document.visibilityState !== 'visible') return;
		try {
			const acquired = await navigator.wakeLock.request('screen');
			if (ended) return await acquired.release();
			lock = acquired;
			// The system may release it at any time, for example on a low battery.
			acquired.onrelease = () => {
				if (ended || lock !== acquired) return;
				lock = undefined;
				timer = setTimeout(acquire, AGAIN_MS);
			};
			onchange(true);
		} catch {
			// Unsupported (without HTTPS, too) or refused: the routine works without.
			if (!ended) onchange(false);
		}
	};

	// The browser releases the lock when the page is hidden.
	document.addEventListener('visibilitychange', acquire);
	void acquire();

	return () => {
		ended = true;
		clearTimeout(timer);
		document.removeEventListener('visibilitychange', acquire);
		void lock?.release();
	};
}
