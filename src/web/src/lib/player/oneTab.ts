/** Does some work, unless another tab is at it. */
export type Alone = (work: () => Promise<void>) => Promise<void>;

const LOCK = 'finished-runs';

/** Without HTTPS browsers have no locks: both tabs work then, and a repeat changes nothing. */
export const oneTab: Alone = async (work) => {
	const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
	if (!locks) return work();
	await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
		if (lock) await work();
	});
};
