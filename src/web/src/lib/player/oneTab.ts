/** Runs the work unless another tab is running it. */
export type Alone = (work: () => Promise<void>) => Promise<void>;

const LOCK = 'finished-runs';

/** Without HTTPS there is no Web Locks API: all tabs run the work, which is idempotent. */
export const oneTab: Alone = async (work) => {
	const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
	if (!locks) return work();
	await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
		if (lock) await work();
	});
};
