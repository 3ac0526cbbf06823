import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FloatingReactionQueue, FLOAT_MS, MOST_FLOATING } from './floatingReactions.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('FloatingReactionQueue', () => {
	it('lets each kind of a message rise once, with its number', () => {
		const floatingReactions = new FloatingReactionQueue();
		floatingReactions.add({ counts: { clap: 3, heart: 1, wave: 0 } });
		expect(floatingReactions.rising.map(({ kind, count }) => [kind, count])).toEqual([
			['clap', 3],
			['heart', 1],
		]);
	});

	it('takes them away when they have risen, and keeps the totals', () => {
		const floatingReactions = new FloatingReactionQueue();
		floatingReactions.add({ counts: { clap: 3 } });
		floatingReactions.add({ counts: { clap: 2 } });
		vi.advanceTimersByTime(FLOAT_MS);
		expect(floatingReactions.rising).toEqual([]);
		expect(floatingReactions.totals).toEqual({ clap: 5 });
	});

	it('stays calm in a busy room', () => {
		const floatingReactions = new FloatingReactionQueue();
		for (let message = 0; message < 100; message++) floatingReactions.add({ counts: { heart: 9 } });
		expect(floatingReactions.rising).toHaveLength(MOST_FLOATING);
	});
});
