/**
 * Keeps the browser from freezing the tab while it is hidden, until the returned function is called: a tab that holds a lock is
 * not frozen. Without HTTPS there are no locks.
 */
export function keepRunning(): () => void {
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	void (navigator.locks as LockManager | undefined)?.request(
		'break',
		{ mode: 'shared' },
		() => held,
	);
	return () => release();
}
