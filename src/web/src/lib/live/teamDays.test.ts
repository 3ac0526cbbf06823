import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TeamDays } from './teamDays.svelte';
import { FakeHub } from './testing';

const fetched = { done: 1, needed: 3 };

async function opened(onReconnected: () => void = () => undefined) {
	const hub = new FakeHub();
	const days = new TeamDays(onReconnected, () => Promise.resolve(hub));
	const close = days.open();
	await vi.waitFor(() => expect(hub.called).toEqual(['WatchMe']));
	return { hub, days, close };
}

beforeEach(() => {
	vi.stubGlobal('window', new EventTarget());
	vi.stubGlobal('document', new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

describe('TeamDays', () => {
	it('shows what was fetched until something is sent', async () => {
		const { hub, days, close } = await opened();
		expect(days.of('blue', fetched)).toEqual(fetched);

		hub.push('TeamTodayChanged', { teamId: 'blue', done: 2, needed: 2 });

		expect(days.of('blue', fetched)).toEqual({ done: 2, needed: 2 });
		expect(days.of('red', fetched)).toEqual(fetched);
		close();
	});

	it('forgets what was sent before newer days were fetched', async () => {
		const { hub, days, close } = await opened();
		hub.push('TeamTodayChanged', { teamId: 'blue', done: 2, needed: 2 });

		days.forget();

		expect(days.of('blue', fetched)).toEqual(fetched);
		close();
	});

	it('has the days fetched again after a lost connection', async () => {
		const onReconnected = vi.fn();
		const { hub, close } = await opened(onReconnected);
		hub.last.answer(null);
		expect(onReconnected).not.toHaveBeenCalled();

		hub.cut();
		await vi.waitFor(() => expect(hub.called).toEqual(['WatchMe', 'WatchMe']), 5_000);
		hub.last.answer(null);

		await vi.waitFor(() => expect(onReconnected).toHaveBeenCalledOnce());
		close();
	});
});
