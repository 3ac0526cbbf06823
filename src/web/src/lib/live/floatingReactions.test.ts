import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FloatingReactionQueue, FLOAT_MS, MOST_FLOATING } from './floatingReactions.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('FloatingReactionQueue', () => {
	it('lets each kind of a message rise once, with its number', () => {
		const floats = new FloatingReactionQueue();
		floats.add({ counts: { clap: 3, heart: 1, wave: 0 } });
		expect(floats.rising.map(({ kind, count }) => [kind, count])).toEqual([
			['clap', 3],
			['heart', 1],
		]);
	});

	it('takes them away when they have risen, and keeps the totals', () => {
		const floats = new FloatingReactionQueue();
		floats.add({ counts: { clap: 3 } });
		floats.add({ counts: { clap: 2 } });
		vi.advanceTimersByTime(FLOAT_MS);
		expect(floats.rising).toEqual([]);
		expect(floats.totals).toEqual({ clap: 5 });
	});

	it('stays calm in a busy room', () => {
		const floats = new FloatingReactionQueue();
		for (let message = 0; message < 100; message++) floats.add({ counts: { heart: 9 } });
		expect(floats.rising).toHaveLength(MOST_FLOATING);
	});
});
