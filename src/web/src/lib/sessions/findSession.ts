import { fetchSession } from '$lib/api/sessions';

/** A break, and whether its lobby opens later, by the server's time. */
export async function findSession(code: string) {
	const sentMs = performance.now();
	const view = await fetchSession(code);
	const offsetMs = view.serverMs - (sentMs + performance.now()) / 2;
	const now = () => performance.now() + offsetMs;
	const opensAt = Date.parse(view.opensAt);
	return { view, now, opensAt, isEarly: view.phase === 'lobby' && opensAt > now() };
}

export type FoundSession = Awaited<ReturnType<typeof findSession>>;
