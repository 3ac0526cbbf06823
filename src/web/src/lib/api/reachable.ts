import { isOurs } from './mark';
import { ApiProblem } from './problem';

/** How often the server is asked while it cannot be reached, in milliseconds. */
const PROBE_MS = 3_000;

type Ask = () => Promise<unknown>;

/** Rejects unless the server itself answers. */
const askServer: Ask = async () => {
	const response = await fetch('/api/site', { cache: 'no-store', redirect: 'manual' });
	if (!isOurs(response)) throw ApiProblem.unreachable();
};

/**
 * Calls back once when the server can be reached again: asks it every few seconds, and at once when the browser comes online.
 * The returned function cancels.
 */
export function onceReachable(then: () => unknown, ask: Ask = askServer): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isOver = false;

	const cancel = () => {
		isOver = true;
		clearTimeout(timer);
		globalThis.removeEventListener('online', probe);
	};
	const wait = () => {
		clearTimeout(timer);
		timer = setTimeout(probe, PROBE_MS);
	};
	const probe = () => {
		clearTimeout(timer);
		ask().then(
			() => {
				if (isOver) return;
				cancel();
				then();
			},
			() => {
				if (!isOver) wait();
			},
		);
	};

	globalThis.addEventListener('online', probe);
	wait();
	return cancel;
}
