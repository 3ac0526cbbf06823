/**
 * Runs the work while no other tab, nor the service worker, runs work of the same name. Without HTTPS there is no Web Locks API,
 * and where cookies are blocked it refuses: the work, which is idempotent, then runs at once.
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
	const locks = (globalThis.navigator as Partial<typeof navigator> | undefined)?.locks;
	if (!locks) return work();
	let isLocked = false;
	try {
		return await locks.request(name, () => {
			isLocked = true;
			return work();
		});
	} catch (error) {
		if (isLocked) throw error;
		return work();
	}
}
