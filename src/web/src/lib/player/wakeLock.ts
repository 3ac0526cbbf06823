/** Keeps the screen awake until the returned function is called; does nothing where it cannot. */
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
			// Refused, for example on a low battery: the routine goes on all the same.
		}
	};

	// The browser lets the lock go whenever the page is hidden.
	document.addEventListener('visibilitychange', acquire);
	void acquire();

	return () => {
		released = true;
		document.removeEventListener('visibilitychange', acquire);
		void lock?.release();
	};
}
