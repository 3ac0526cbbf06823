/** Keeps the screen on until the returned function is called, if the browser supports it. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let released = false;

	const acquire = async () => {
		if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		try {
			const acquired = await navigator.wakeLock.request('screen');
			if (released) await acquired.release();
			else lock = acquired;
		} catch {
			// Refused, for example on a low battery; the routine works without.
		}
	};

	// The browser releases the lock when the page is hidden.
	document.addEventListener('visibilitychange', acquire);
	void acquire();

	return () => {
		released = true;
		document.removeEventListener('visibilitychange', acquire);
		void lock?.release();
	};
}
